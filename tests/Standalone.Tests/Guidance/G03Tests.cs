using System.Net;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-03: there is a need, said in words that mean something.</summary>
public sealed class G03Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Theory]
    [InlineData("")]
    [InlineData("tbc")]
    [InlineData("One to one time, as usual")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task G_03_no_need_and_a_stock_phrase_are_refused(string need)
    {
        var plan = house.Keywork with { Need = need };

        foreach (var asks in new[] { house.Colleague, house.HomesManager, house.ServiceManager })
            Assert.Equal<IEnumerable<string?>>(
                ["need"],
                (await asks.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-03").Fields
            );
    }

    [Fact]
    public async Task G_03_a_need_in_somebody_s_own_words_is_kept_as_it_was_said()
    {
        const string need = "She wants to plan her first visit to her grandmother";

        var id = await house.RequestedAsync(plan => plan with { Need = need });

        Assert.Equal(need, (await house.Parent.SeeAsync(id)).Plan.Need);
    }
}
