using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class HistoryTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task It_says_who_did_what_when_and_knowing_what()
    {
        var id = await house.ApprovedAsync();

        var history = await house.HomesManager.HistoryAsync(id);

        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => entry.Sequence));
        var asked = history[0];
        Assert.Equal(("requested", Colin.Id), (asked.Event!.Value.GetProperty("type").GetString(), asked.By));
        Assert.Equal(Adopted.Version, asked.Known["policy"]);
        Assert.Contains("child.cleo", asked.Known.Keys);
        Assert.All(history, entry => Assert.Equal(64, entry.Hash.Length));
        Assert.Contains(history, entry => entry.By == Pat.Id);
    }

    [Fact]
    public async Task It_comes_in_pages()
    {
        var id = await house.ApprovedAsync();
        var whole = await house.HomesManager.HistoryAsync(id);

        var pieces = new List<HistoryView>();
        for (string? next = ""; next is not null; )
        {
            var page = await house.HomesManager.GetAsync($"/api/arrangements/{id}/history?limit=3&continuation={next}");
            pieces.AddRange(page.IsDone().As<Page<HistoryView>>().Items);
            next = page.As<Page<HistoryView>>().Continuation;
        }

        Assert.Equal(whole.Select(entry => entry.Hash), pieces.Take(whole.Count).Select(entry => entry.Hash));
    }

    [Fact]
    public async Task What_was_delivered_is_for_managers_and_inspectors()
    {
        var id = await house.RequestedAsync();
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Contains(await house.Inspector.HistoryAsync(id), IsDelivery);
        Assert.DoesNotContain(await house.Worker.HistoryAsync(id), IsDelivery);

        static bool IsDelivery(HistoryView entry) => entry.Event!.Value.GetProperty("type").GetString() == "messageAccepted";
    }
}
