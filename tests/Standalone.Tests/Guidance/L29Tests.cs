using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-29: workers are reminded to keep their own intimate matters to themselves, and asked afterwards.</summary>
public sealed class L29Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_29_the_worker_s_page_reminds_before_the_start()
    {
        await house.ApprovedAsync();

        (await (await MailedLink.FindAsync(house, Wendy, "Your page")).OpenAsync()).Shows("Share no intimate personal information");
    }

    [Fact]
    public async Task L_29_it_is_asked_afterwards_and_a_yes_is_kept_and_told_to_the_homes_manager()
    {
        var id = await house.FinishedAsync();
        var refused = await house.Worker.DoAsync(
            id,
            "close-out",
            new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord with { PrivateMatters = null })
        );
        Assert.Equal<IEnumerable<string?>>(["privateMatters"], refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-29").Fields);

        var told = await ToldAsync();
        (
            await house.Worker.DoAsync(
                id,
                "close-out",
                new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord with { PrivateMatters = true })
            )
        ).IsDone();

        Assert.True((await house.HomesManager.SeeAsync(id)).CloseOut!.PrivateMatters);
        Assert.Equal(told + 1, await ToldAsync());
        Assert.Null((await house.Colleague.SeeAsync(id)).CloseOut);
    }

    [Fact]
    public async Task L_29_a_record_that_gives_nobody_cause_to_look_is_sent_to_nobody()
    {
        var told = await ToldAsync();

        await house.ClosedAsync();

        Assert.Equal(told, await ToldAsync());
    }

    private async Task<int> ToldAsync() =>
        (await MailedLink.MailsAsync(house, Harriet)).Count(mail =>
            mail.Subject.Contains("a record has something to read", StringComparison.Ordinal)
        );
}
