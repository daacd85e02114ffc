using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-23: distress is asked about with no default, told at once, and acknowledged by a named senior colleague.</summary>
public sealed class G23Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly object Seen = new { outcome = EscalationOutcome.ChildSeenAndSafe, note = "Sat with her; she is calm again." };

    [Fact]
    public async Task G_23_the_record_asks_and_silence_refuses()
    {
        var id = await house.FinishedAsync();
        foreach (
            var record in new[]
            {
                OakHouse.GoodRecord with
                {
                    ChildDistressedOrAngry = null,
                },
                OakHouse.GoodRecord with
                {
                    ChildDistressedOrAngry = true,
                },
            }
        )
            (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record))).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-23"
            );
        Assert.Equal("awaitingCloseOut", (await house.Worker.SeeAsync(id)).Phase);
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }

    [Fact]
    public async Task G_23_a_record_that_says_distress_tells_a_senior_colleague_and_stays_open_until_it_is_seen_to()
    {
        var told = await ToldAsync(Sam);
        var id = await house.ClosedAsync(
            OakHouse.GoodRecord with
            {
                ChildDistressedOrAngry = true,
                Distress = "She cried about her brother.",
            }
        );

        Assert.Equal(told + 1, await ToldAsync(Sam));
        Assert.False((await house.Senior.SeeAsync(id)).IsFinal);
        (await house.Worker.DoAsync(id, "escalations/distress/acknowledgement")).Is(HttpStatusCode.Forbidden);
        (await house.Senior.DoAsync(id, "escalations/distress/acknowledgement")).IsDone();
        Assert.Equal(Sam.Id, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Owner?.Person);
        (await house.Senior.DoAsync(id, "escalations/distress/outcome", Seen)).IsDone();
        Assert.True((await house.Senior.SeeAsync(id)).IsFinal);
    }

    [Fact]
    public async Task G_23_it_can_be_sent_in_the_session_and_climbs_until_somebody_takes_it_on()
    {
        var id = await house.StartedAsync();
        var told = await ToldAsync(Harriet);
        (await house.Worker.DoAsync(id, "distress", new { what = "She is crying" })).IsDone();
        await house.Server.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(told, await ToldAsync(Harriet));

        await house.Server.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(told + 1, await ToldAsync(Harriet));
        (await house.HomesManager.DoAsync(id, "escalations/distress/outcome", Seen)).IsDone();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }

    private async Task<int> ToldAsync(Domain.People.Person who) =>
        (await MailedLink.MailsAsync(house, who)).Count(mail => mail.Subject.Contains("distressed or angry", StringComparison.Ordinal));
}
