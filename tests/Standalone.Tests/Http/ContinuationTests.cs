using System.Net;
using System.Text;
using System.Text.Json;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

public sealed class ContinuationTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Who_may_not_see_what_is_listed_does_not_learn_that_there_is_more()
    {
        await house.RequestedAsync();
        await house.RequestedAsync();

        foreach (
            var list in new[]
            {
                "/api/children?home=oak&limit=1",
                "/api/arrangements?home=oak&limit=1",
                "/api/arrangements?child=cleo&limit=1",
                "/api/arrangements?worker=wendy&limit=1",
            }
        )
        {
            var page = (await house.Stranger.GetAsync(list)).IsDone().Json;
            Assert.Empty(page.GetProperty("items").EnumerateArray());
            Assert.Equal(JsonValueKind.Null, page.GetProperty("continuation").ValueKind);
        }
    }

    [Fact]
    public async Task Where_a_page_ended_names_nothing_and_leads_on()
    {
        await house.RequestedAsync();
        await house.RequestedAsync();

        var first = (await house.Colleague.GetAsync("/api/arrangements?home=oak&limit=1")).IsDone().Json;
        var next = first.GetProperty("continuation").GetString()!;
        var second = (await house.Colleague.GetAsync($"/api/arrangements?home=oak&limit=1&continuation={next}")).IsDone().Json;

        var last = first.GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.DoesNotContain(last, Encoding.Latin1.GetString(Base64(next)), StringComparison.Ordinal);
        Assert.NotEqual(last, second.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_made_up_continuation_is_refused() =>
        (await house.Colleague.GetAsync("/api/arrangements?home=oak&continuation=bWFkZSB1cA")).IsRefused(
            HttpStatusCode.BadRequest,
            "continuation"
        );

    private static byte[] Base64(string url) =>
        Convert.FromBase64String(url.Replace('-', '+').Replace('_', '/').PadRight((url.Length + 3) / 4 * 4, '='));
}
