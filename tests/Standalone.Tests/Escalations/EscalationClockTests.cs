using System.Net;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Escalations;

/// <summary>Every cause, fired by the server's own clock, seen in the mail that it sends and in the answers of its API.</summary>
public sealed class EscalationClockTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Started = "Has it started?";
    private const string Overdue = "one-to-one time has not ended";
    private const string Help = "help is asked for";

    private static readonly Dictionary<EscalationCause, string> Subjects = new()
    {
        [EscalationCause.NotStarted] = "nobody pressed start",
        [EscalationCause.Overdue] = Overdue,
        [EscalationCause.MissedCheckIn] = "a check-in was missed",
        [EscalationCause.HelpNow] = Help,
        [EscalationCause.Distress] = "a young person is distressed or angry",
        [EscalationCause.CloseOutLate] = "a record is late",
    };

    [Fact]
    public async Task A_start_that_nobody_pressed_is_asked_of_the_worker_then_of_the_senior_colleague()
    {
        var id = await house.ApprovedAsync();
        var start = (await house.Worker.SeeAsync(id)).Plan.Start;
        await PassTo(start.AddMinutes(10).AddTicks(-1));
        var askedBefore = await Count(Wendy, Started);

        await PassTo(start.AddMinutes(10));
        Assert.Equal(askedBefore + 1, await Count(Wendy, Started));
        await PassTo(start.AddMinutes(30).AddTicks(-1));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);
        await PassTo(start.AddMinutes(30));

        await IsWith(id, EscalationCause.NotStarted, 1, Sam);
        (await Outcome(house.Senior, id, EscalationCause.NotStarted, EscalationOutcome.DidNotTakePlace)).IsDone();
        Assert.Equal("lapsed", (await house.Senior.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task An_overdue_session_climbs_through_every_level_and_repeats_until_an_outcome_is_recorded()
    {
        var id = await house.StartedAsync();
        var end = (await house.Worker.SeeAsync(id)).Plan.End;
        await PassTo(end.AddMinutes(5).AddTicks(-1));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);

        await PassTo(end.AddMinutes(5));
        await IsWith(id, EscalationCause.Overdue, 1, Sam);
        await PassTo(end.AddMinutes(15));
        await IsWith(id, EscalationCause.Overdue, 2, Harriet);
        Assert.Empty(LastLevelsLogged(id, EscalationCause.Overdue));
        await PassTo(end.AddMinutes(25));
        await IsWith(id, EscalationCause.Overdue, 3, Sunil);
        Assert.Single(LastLevelsLogged(id, EscalationCause.Overdue));
        var (sam, sunil) = (await Count(Sam, Overdue), await Count(Sunil, Overdue));
        await PassTo(end.AddMinutes(35));
        Assert.Equal((sam + 1, sunil + 1), (await Count(Sam, Overdue), await Count(Sunil, Overdue)));

        (await Outcome(house.ServiceManager, id, EscalationCause.Overdue, EscalationOutcome.ChildSeenAndSafe)).IsDone();
        var seen = await house.ServiceManager.SeeAsync(id);
        Assert.Empty(seen.Escalations);
        Assert.Equal("awaitingCloseOut", seen.Phase);
    }

    [Fact]
    public async Task Whoever_takes_it_on_has_fifteen_minutes_for_an_outcome_then_the_next_level_hears_whose_it_was()
    {
        var id = await house.StartedAsync();
        var raised = (await house.Worker.SeeAsync(id)).Plan.End.AddMinutes(5);
        await PassTo(raised.AddMinutes(1));
        (await Acknowledge(house.Senior, id, EscalationCause.Overdue)).IsDone();

        await PassTo(raised.AddMinutes(16).AddTicks(-1));
        Assert.Equal(1, Level(await house.Senior.SeeAsync(id), EscalationCause.Overdue));
        await PassTo(raised.AddMinutes(16));

        await IsWith(id, EscalationCause.Overdue, 2, Harriet);
        Assert.Equal(Sam.Id, Open(await house.Senior.SeeAsync(id), EscalationCause.Overdue).FormerOwner);
        (await Outcome(house.HomesManager, id, EscalationCause.Overdue, EscalationOutcome.WorkerReachedSessionEnded)).IsDone();
    }

    [Fact]
    public async Task A_missed_check_in_is_asked_for_and_then_escalated()
    {
        var id = await house.StartedAsync(p => p with { CheckInEvery = TimeSpan.FromMinutes(20) });
        var start = (await house.Worker.SeeAsync(id)).Plan.Start;

        await PassTo(start.AddMinutes(20));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);
        await PassTo(start.AddMinutes(25));

        await IsWith(id, EscalationCause.MissedCheckIn, 1, Sam);
        (await house.Worker.DoAsync(id, "check-ins")).IsDone();
        Assert.Equal(1, Level(await house.Senior.SeeAsync(id), EscalationCause.MissedCheckIn));
        (await Outcome(house.Senior, id, EscalationCause.MissedCheckIn, EscalationOutcome.ChildSeenAndSafeSessionContinues)).IsDone();
        await PassTo(start.AddMinutes(44));
        Assert.Empty((await house.Senior.SeeAsync(id)).Escalations);
        (await house.Worker.DoAsync(id, "finish")).IsDone();
    }

    [Fact]
    public async Task Help_now_reaches_two_levels_without_any_wait()
    {
        var id = await house.StartedAsync();
        var (sam, harriet) = (await Count(Sam, Help), await Count(Harriet, Help));

        (await house.Worker.DoAsync(id, "help")).IsDone();

        // Without a single tick of the clock: it was sent before the worker was answered.
        Assert.Equal((sam + 1, harriet + 1), (CountNow(Sam, Help), CountNow(Harriet, Help)));
        Assert.Equal(2, Level(await house.Senior.SeeAsync(id), EscalationCause.HelpNow));
        (await Outcome(house.Senior, id, EscalationCause.HelpNow, EscalationOutcome.WorkerReachedSessionEnded)).IsDone();
    }

    [Fact]
    public async Task Distress_waits_an_hour_for_the_senior_colleague_and_ends_only_with_an_outcome()
    {
        var id = await house.StartedAsync(p => p with { Length = TimeSpan.FromMinutes(120) });
        (await house.Worker.DoAsync(id, "distress", new ArrangementCommand.ReportDistress("She cries"))).IsDone();
        await IsWith(id, EscalationCause.Distress, 1, Sam);
        var reported = house.Now;

        await PassTo(reported.AddMinutes(59));
        (await house.Worker.DoAsync(id, "check-ins")).IsDone();
        Assert.Equal(1, Level(await house.Senior.SeeAsync(id), EscalationCause.Distress));
        await PassTo(reported.AddMinutes(60));

        await IsWith(id, EscalationCause.Distress, 2, Harriet);
        (await Outcome(house.Worker, id, EscalationCause.Distress, EscalationOutcome.ChildSeenAndSafe)).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
        (await Outcome(house.HomesManager, id, EscalationCause.Distress, EscalationOutcome.ChildSeenAndSafe)).IsDone();
    }

    [Fact]
    public async Task A_late_record_is_told_to_the_homes_manager_after_a_day_and_recording_it_ends_that()
    {
        var id = await house.FinishedAsync();
        var finished = house.Now;

        await PassTo(finished.AddHours(24).AddTicks(-1));
        Assert.Empty((await house.HomesManager.SeeAsync(id)).Escalations);
        await PassTo(finished.AddHours(24));

        await IsWith(id, EscalationCause.CloseOutLate, 1, Harriet);
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
        Assert.True((await house.HomesManager.SeeAsync(id)).IsFinal);
    }

    private Task PassTo(DateTimeOffset moment) => house.Server.Clock.PassToAsync(moment, CancellationToken.None);

    private async Task<int> Count(Person to, string subject)
    {
        await house.Server.PassAsync(TimeSpan.Zero);
        return CountNow(to, subject);
    }

    private int CountNow(Person to, string subject) =>
        house.Server.Mail.Mails.Count(m =>
            m.EnvelopeTo == to.Email!.Value && m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase)
        );

    // What an alert hangs on, for whoever runs the product.
    private IEnumerable<string> LastLevelsLogged(string id, EscalationCause cause) =>
        house.Server.Logs.Lines.Where(line =>
            line.Contains($"{id}: the escalation {cause} is at its last level", StringComparison.Ordinal)
        );

    private async Task IsWith(string id, EscalationCause cause, int level, Person told)
    {
        var open = Open(await house.ServiceManager.SeeAsync(id), cause);
        Assert.Equal(level, EscalationChain.Level(cause, open.Step));
        Assert.Contains(told.Id, open.Told);
        Assert.True(await Count(told, Subjects[cause]) > 0, $"No mail about it came to {told.Id}.");
    }

    private static Escalation Open(ArrangementView seen, EscalationCause cause) => Assert.Single(seen.Escalations, e => e.Cause == cause);

    private static int Level(ArrangementView seen, EscalationCause cause) => EscalationChain.Level(cause, Open(seen, cause).Step);

    private static Task<Reply> Acknowledge(Api by, string id, EscalationCause cause) =>
        by.DoAsync(id, $"escalations/{Name(cause)}/acknowledgement");

    private static Task<Reply> Outcome(Api by, string id, EscalationCause cause, EscalationOutcome outcome) =>
        by.DoAsync(id, $"escalations/{Name(cause)}/outcome", new OutcomeSaid(outcome, "Went there and spoke to both"));

    private static string Name(EscalationCause cause) => JsonNamingPolicy.CamelCase.ConvertName($"{cause}");
}
