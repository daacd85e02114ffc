using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-25: workers do not give out their own telephone numbers; asked at request, and at the end again.</summary>
public sealed class L25Tests(OakHouse house) : OverrideRow(house)
{
    protected override string Id => "L-25";

    protected override Plan Departing(Plan plan) => plan with { PersonalNumbers = true };

    [Fact]
    public async Task L_25_it_is_asked_and_silence_refuses() =>
        Assert.Equal<IEnumerable<string?>>(
            ["personalNumbers"],
            (await House.Colleague.PostAsync("/api/arrangements", House.Keywork with { PersonalNumbers = null }))
                .IsRefused(HttpStatusCode.UnprocessableEntity, "L-25")
                .Fields
        );

    [Fact]
    public async Task L_25_without_numbers_it_goes_on_to_approval() =>
        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(await House.RequestedAsync())).Phase);

    [Fact]
    public async Task L_25_a_talk_that_starts_now_does_without_numbers()
    {
        (await UnplannedTalk.StartAsync(House, plan => plan with { PersonalNumbers = true })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-25"
        );
        (await UnplannedTalk.StartAsync(House, plan => plan with { PersonalNumbers = null })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-25"
        );
        await UnplannedTalk.IsHeardAsync(House, plan => plan);
    }

    [Fact]
    public async Task L_25_at_the_end_it_is_asked_again_and_a_yes_is_kept_and_told_to_the_homes_manager()
    {
        var id = await House.FinishedAsync();
        Assert.Equal<IEnumerable<string?>>(
            ["personalNumbers"],
            (await RecordAsync(id, OakHouse.GoodRecord with { PersonalNumbers = null }))
                .IsRefused(HttpStatusCode.UnprocessableEntity, "L-25")
                .Fields
        );

        (await RecordAsync(id, OakHouse.GoodRecord with { PersonalNumbers = true })).IsDone();

        Assert.True((await House.HomesManager.SeeAsync(id)).CloseOut!.PersonalNumbers);
        Assert.Contains(
            await House.HomesManager.HistoryAsync(id),
            entry => $"{entry.Event}".Contains("concernRaised", StringComparison.Ordinal)
        );
        (await (await MailedLink.FindAsync(House, Harriet, "a record has something to read")).OpenAsync()).Shows("(L-25)");
    }

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        House.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));
}
