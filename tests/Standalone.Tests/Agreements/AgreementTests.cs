using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Open point 2c: what happens every week is approved once, until a date.</summary>
public sealed class AgreementTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task It_is_approved_once_by_the_same_two_and_never_starts_itself()
    {
        var id = await house.AskedForAgreementAsync();
        Assert.Equal("awaitingApproval", (await house.Parent.SeeAsync(id)).Phase);
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, house.Parent);

        var seen = await house.Worker.SeeAsync(id);
        Assert.Equal("inForce", seen.Phase);
        Assert.Contains("occasions", seen.MayDo);
        Assert.DoesNotContain("start", seen.MayDo);
        Assert.DoesNotContain("occasions", (await house.Parent.SeeAsync(id)).MayDo);
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "standing"
        );
        await house.Server.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);
    }

    [Fact]
    public async Task An_approver_reads_that_it_holds_again_and_again_until_a_date()
    {
        await house.AskedForAgreementAsync(p => p with { Standing = p.Standing! with { AlsoWorkers = [Colin.Id] }, Presence = Alone });
        var link = await MailedLink.FindAsync(house, Pat, "Please decide: a standing agreement");
        (await link.OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("This is a standing agreement", "between 08:00 and 21:00", "wendy, colin", "1 hour 30 minutes")
            .Shows("Yes, I approve it for every occasion until its last day");
        await link.DoAsync("decide", ("decision", "refuse"), ("reason", "Not every week"));
    }

    [Fact]
    public async Task Until_when_it_may_run_tells_nobody_when_the_next_review_is_due()
    {
        Plan Until(int days) => house.Weekly() with { Standing = house.Weekly().Standing! with { ValidUntil = house.Now.AddDays(days) } };

        (await house.Colleague.PostAsync("/api/arrangements", Until(91))).IsDone();
        (await house.Colleague.PostAsync("/api/arrangements", Until(184))).IsRefused(HttpStatusCode.UnprocessableEntity, "G-16");
    }

    [Fact]
    public async Task Past_the_next_review_of_what_it_rests_on_it_is_suspended()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.AgreedAsync(p => p with { Standing = p.Standing! with { ValidUntil = own.Now.AddDays(120) } });
        await own.Server.PassAsync(TimeSpan.FromDays(91));
        Assert.Equal("suspended", (await own.Worker.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_bedroom_among_its_places_waits_for_the_same_decision_as_ever()
    {
        var id = await house.AskedForAgreementAsync(p =>
            p with
            {
                Place = p.Place with { DoorCondition = "Wide open" },
                Standing = p.Standing! with { Settings = [Setting.SharedRoom, Setting.Bedroom] },
            }
        );
        var seen = await house.HomesManager.SeeAsync(id);
        Assert.Equal("awaitingOverride", seen.Phase);
        Assert.Equal("L-18", Assert.Single(seen.AwaitsDecision));
    }

    [Fact]
    public async Task A_worker_whom_it_names_decides_nothing_about_it()
    {
        var id = await house.AskedForAgreementAsync(p =>
            p with
            {
                Standing = p.Standing! with { AlsoWorkers = [Colin.Id] },
                Presence = Alone,
            }
        );
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "approvals", new { seen.Digest, reasonClear = true })).Is(HttpStatusCode.Forbidden);
        (await house.Colleague.DoAsync(id, "contact-attempts", new { person = "pat", how = "rang" })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task On_its_last_day_it_ends_by_itself_after_a_reminder_and_those_who_plan_are_told()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.AgreedAsync();
        await own.Server.PassAsync(TimeSpan.FromDays(8));
        Assert.Single(await MailedLink.MailsAsync(own, Wendy), m => m.Subject == "Reminder: the agreement ends soon");
        await own.Server.PassAsync(TimeSpan.FromDays(14));
        var over = await own.Worker.SeeAsync(id);
        Assert.Equal("expired", over.Phase);
        Assert.True(over.IsFinal);
        Assert.Single(await MailedLink.MailsAsync(own, Wendy), m => m.Subject == "The agreement has ended");
    }

    private static Presence Alone => new Presence.NotNeeded(Sam.Id, "The lounge is overlooked from the kitchen");
}
