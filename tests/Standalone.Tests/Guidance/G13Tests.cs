using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-13: the worker can be reached, is looked for when silent or late, and is heard when calling for help.</summary>
public sealed class G13Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_13_a_plan_says_how_the_worker_is_reached_and_whom_to_call()
    {
        foreach (var contact in new SessionContact?[] { null, new(ContactMethod.Radio, Wendy.Id) })
            (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Contact = contact })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-13"
            );
    }

    [Fact]
    public async Task G_13_a_missed_check_in_is_asked_for_and_then_somebody_looks()
    {
        var id = await house.StartedAsync(plan => plan with { CheckInEvery = TimeSpan.FromMinutes(20) });
        await house.Server.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Contains(await MailedLink.MailsAsync(house, Wendy), mail => mail.Subject.Contains("all right", StringComparison.Ordinal));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);

        await house.Server.PassAsync(TimeSpan.FromMinutes(5));

        await IsToldAsync(id, EscalationCause.MissedCheckIn, "a check-in was missed");
        await EndAsync(id, EscalationCause.MissedCheckIn);
    }

    [Fact]
    public async Task G_13_an_overdue_session_is_looked_for()
    {
        var id = await house.StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(40));
        (await house.Worker.DoAsync(id, "check-ins")).IsDone();
        await house.Server.PassAsync(TimeSpan.FromMinutes(24));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);

        await house.Server.PassAsync(TimeSpan.FromMinutes(1));

        await IsToldAsync(id, EscalationCause.Overdue, "one-to-one time has not ended");
        await EndAsync(id, EscalationCause.Overdue);
    }

    [Fact]
    public async Task G_13_help_is_told_at_once_to_two_levels()
    {
        var id = await house.StartedAsync();

        (await house.Worker.DoAsync(id, "help")).IsDone();

        await IsToldAsync(id, EscalationCause.HelpNow, "help is asked for");
        Assert.Contains(
            await MailedLink.MailsAsync(house, Harriet),
            mail => mail.Subject.Contains("help is asked for", StringComparison.Ordinal)
        );
        (await house.Parent.DoAsync(id, "help")).Is(HttpStatusCode.Forbidden);
        await EndAsync(id, EscalationCause.HelpNow);
    }

    private async Task IsToldAsync(string id, EscalationCause cause, string subject)
    {
        Assert.Equal(cause, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Cause);
        Assert.Contains(await MailedLink.MailsAsync(house, Sam), mail => mail.Subject.Contains(subject, StringComparison.Ordinal));
    }

    private async Task EndAsync(string id, EscalationCause cause)
    {
        var about = $"escalations/{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(cause.ToString())}/outcome";
        var outcome = new { outcome = EscalationOutcome.WorkerReachedSessionEnded, note = "Rang her; they are back." };
        (await house.Senior.DoAsync(id, about, outcome)).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
        Assert.True((await house.Senior.SeeAsync(id)).IsFinal);
    }
}
