using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-20: any doubt about sexual feelings is a safeguarding concern, at request and at the end; nobody can decide otherwise.</summary>
public sealed class L20Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Theory]
    [InlineData(SexualFeelingsDeclaration.Yes)]
    [InlineData(SexualFeelingsDeclaration.Unsure)]
    public async Task L_20_a_request_with_any_other_answer_is_refused_whoever_asks_and_the_homes_manager_hears(
        SexualFeelingsDeclaration answer
    )
    {
        var before = await ToldAsync();
        foreach (var by in new[] { house.Colleague, house.HomesManager })
            (await by.PostAsync("/api/arrangements", house.Keywork with { SexualFeelings = answer })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "L-20"
            );
        (await house.Administrator.PostAsync("/api/arrangements", house.Keywork with { SexualFeelings = answer })).Is(
            HttpStatusCode.Forbidden
        );
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.True(await ToldAsync() > before);
    }

    [Fact]
    public async Task L_20_at_the_end_silence_is_refused_and_what_is_said_never_is()
    {
        var id = await house.FinishedAsync();
        (await RecordAsync(id, OakHouse.GoodRecord with { SexualFeelings = null })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-20");

        (await RecordAsync(id, OakHouse.GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure })).IsDone();

        Assert.Equal("closed", (await house.Worker.SeeAsync(id)).Phase);
        Assert.Contains(
            await house.HomesManager.HistoryAsync(id),
            entry =>
                entry.Event?.ToString() is { } text
                && text.Contains("concernRaised", StringComparison.Ordinal)
                && text.Contains("L-20", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task L_20_an_ordinary_request_says_no() =>
        Assert.Equal("awaitingApproval", (await house.HomesManager.SeeAsync(await house.RequestedAsync())).Phase);

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));

    private async Task<int> ToldAsync() =>
        (await MailedLink.MailsAsync(house, Harriet)).Count(mail => mail.Subject.Contains("concern", StringComparison.OrdinalIgnoreCase));
}
