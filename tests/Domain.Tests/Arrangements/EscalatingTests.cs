using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class EscalatingTests
{
    private static readonly Person[] Chain = [Senior, HomesManager, ServiceManager];

    public static TheoryData<EscalationCause> EveryCause => [.. Enum.GetValues<EscalationCause>()];

    public static TheoryData<EscalationCause> UrgentCauses => [.. Enum.GetValues<EscalationCause>().Where(EscalationChain.IsUrgent)];

    public static TheoryData<EscalationCause, EscalationOutcome> EveryOutcome
    {
        get
        {
            var data = new TheoryData<EscalationCause, EscalationOutcome>();
            foreach (var cause in Enum.GetValues<EscalationCause>())
            foreach (var outcome in Enum.GetValues<EscalationOutcome>())
                data.Add(cause, outcome);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void Silence_takes_it_from_level_to_level_and_then_to_everybody_again_and_again(EscalationCause cause)
    {
        var story = Raised(cause);
        var levels = EscalationChain.Levels(cause).Length;
        var people = Chain[^levels..].Select(p => p.Id).ToArray();
        for (var round = 0; round < 6; round++)
        {
            var step = story.State!.EscalationOf(cause)!.Step + 1;
            var passed = Woken(story, cause);
            var told = passed.The<ArrangementEvent.EscalationPassedOn>();
            Assert.Equal((cause, step, PassedOnBecause.Silence), (told.Cause, told.Step, told.Because));
            Assert.Equal(step < levels ? [people[step]] : people, told.Told.ToArray());
            story = passed.ThenAccepted();
        }
    }

    [Theory]
    [InlineData(EscalationCause.NotStarted, 10, 10)]
    [InlineData(EscalationCause.Overdue, 10, 10)]
    [InlineData(EscalationCause.MissedCheckIn, 10, 10)]
    [InlineData(EscalationCause.HelpNow, 10, 10)]
    [InlineData(EscalationCause.Distress, 60, 10)]
    [InlineData(EscalationCause.CloseOutLate, 1440, 1440)]
    [InlineData(EscalationCause.ExplanationLate, 1440, 1440)]
    [InlineData(EscalationCause.UnplannedReviewLate, 1440, 1440)]
    [InlineData(EscalationCause.UndeliverableMail, 1440, 1440)]
    public void Each_level_has_its_time(EscalationCause cause, int first, int next)
    {
        var raised = Raised(cause);
        var passed = Woken(raised, cause);
        Assert.Equal(Minutes(first), passed.Before.Now - raised.Now);
        var again = Woken(passed.ThenAccepted(), cause);
        Assert.Equal(Minutes(next), again.Before.Now - passed.Before.Now);
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void A_level_without_anybody_passes_to_the_next_at_once(EscalationCause cause)
    {
        var first = EscalationChain.FirstStep(cause);
        var empty = EscalationChain.Levels(cause)[..(first + 1)];
        var story = Raised(cause, f => f with { Home = f.Home with { OnCall = Without(f.Home.OnCall, [.. empty]) } });
        var open = story.State!.EscalationOf(cause)!;
        Assert.Equal(first + 1, open.Step);
        Assert.NotEmpty(open.Told);
    }

    [Fact]
    public void Levels_that_are_all_empty_are_tried_again_when_the_time_comes()
    {
        var nobody = Raised(
            EscalationCause.Overdue,
            f => f with { Home = f.Home with { OnCall = Without(f.Home.OnCall, [.. OnCallList.LevelRoles]) } }
        );
        Assert.Equal((3, 0), (nobody.State!.Escalations[0].Step, nobody.State.Escalations[0].Told.Length));
        var staffed = Woken(nobody.With(_ => Started.Facts), EscalationCause.Overdue);
        Assert.Equal(Chain.Select(p => p.Id), staffed.The<ArrangementEvent.EscalationPassedOn>().Told);
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void Whoever_acknowledges_owns_it_and_loses_it_without_an_outcome(EscalationCause cause)
    {
        var story = Raised(cause);
        foreach (var person in Chain)
        {
            var owned = story.After(Minutes(3)).When(person, new ArrangementCommand.Acknowledge(cause));
            owned.Then(new ArrangementEvent.EscalationOwned(cause, person.Id));
            var mine = owned.ThenAccepted();
            mine.When(person, new ArrangementCommand.Acknowledge(cause)).ThenNothing();
            foreach (var other in Chain.Where(p => p != person))
                mine.When(other, new ArrangementCommand.Acknowledge(cause)).ThenRefused("owned");
            var passed = Woken(mine, cause);
            Assert.Equal(EscalationChain.IsUrgent(cause) ? Minutes(15) : TimeSpan.FromDays(1), passed.Before.Now - mine.Now);
            var on = passed.The<ArrangementEvent.EscalationPassedOn>();
            Assert.Equal((PassedOnBecause.NoOutcome, person.Id), (on.Because, on.FormerOwner));
            Assert.Null(passed.ThenAccepted().State!.EscalationOf(cause)!.Owner);
            Assert.Equal(person.Id, passed.ThenAccepted().State!.EscalationOf(cause)!.FormerOwner);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void It_is_answered_by_the_homes_managers_never_by_the_worker_or_others(EscalationCause cause)
    {
        var story = Raised(cause);
        var outcome = new ArrangementCommand.RecordOutcome(cause, Answering(cause), "Rang the home");
        foreach (
            var person in new[]
            {
                Worker,
                Requester,
                Colleague,
                Parent,
                SocialWorker,
                Stranger,
                Staff("m", Role.SeniorManager) with
                {
                    Homes = [],
                },
            }
        )
        {
            story.When(person, new ArrangementCommand.Acknowledge(cause)).ThenRefused("who");
            story.When(person, outcome).ThenRefused("who");
        }
        var barred = story.With(f => f.Barring(Senior));
        barred.When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenRefused("who");
        barred.When(Senior, outcome).ThenRefused("who");
    }

    [Theory]
    [MemberData(nameof(EveryOutcome))]
    public void It_ends_with_an_outcome_that_answers_it_and_with_no_other(EscalationCause cause, EscalationOutcome outcome)
    {
        var story = Raised(cause);
        var recorded = new ArrangementCommand.RecordOutcome(cause, outcome, "Went and looked");
        if (!EscalationChain.Outcomes(cause).Contains(outcome))
        {
            story.When(Senior, recorded).ThenRefused("outcome");
            return;
        }
        story.When(Senior, recorded with { Note = " " }).ThenRefused("note");
        var ended = story.When(ServiceManager, recorded);
        Assert.Contains(new ArrangementEvent.EscalationEnded(cause, outcome, ServiceManager.Id, "Went and looked"), ended.Events);
        Assert.Null(ended.ThenAccepted().State!.EscalationOf(cause));
        ended.ThenAccepted().When(Senior, recorded).ThenRefused("escalation");
        ended.ThenAccepted().When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenRefused("escalation");
    }

    [Theory]
    [InlineData(EscalationOutcome.ChildSeenAndSafe)]
    [InlineData(EscalationOutcome.WorkerReachedSessionEnded)]
    public void A_child_seen_and_safe_answers_every_clock_that_asked_and_ends_the_session(EscalationOutcome outcome)
    {
        var all = Started
            .When(Worker, new ArrangementCommand.CallHelp())
            .ThenAccepted()
            .When(Worker, new ArrangementCommand.ReportDistress("x"))
            .ThenAccepted()
            .At(Start.AddMinutes(65))
            .WhenTheClockLooks()
            .ThenAccepted();
        Assert.Equal(4, all.State!.Escalations.Length);
        var seen = all.When(Senior, new ArrangementCommand.RecordOutcome(EscalationCause.Overdue, outcome, "In the lounge, both well"));
        seen.ThenHappens("EscalationEnded", "EscalationEnded", "EscalationEnded", "Finished").Is<Phase.AwaitingCloseOut>();
        Assert.Equal([EscalationCause.Distress], seen.ThenAccepted().State!.Escalations.Select(e => e.Cause));
    }

    [Theory]
    [InlineData(EscalationOutcome.ChildSeenAndSafeSessionContinues)]
    [InlineData(EscalationOutcome.EmergencyServicesCalled)]
    public void A_session_that_goes_on_has_a_clock_again(EscalationOutcome outcome)
    {
        var overdue = Raised(EscalationCause.Overdue);
        var on = overdue
            .When(Senior, new ArrangementCommand.RecordOutcome(EscalationCause.Overdue, outcome, "Still playing"))
            .ThenHappens("EscalationEnded", "Extended")
            .Is<Phase.Active>();
        Assert.Equal(on.Now + Minutes(30), ((Phase.Active)on.State!.Phase).Session.ExpectedEnd);
        Assert.Equal(on.Now + Minutes(20), Woken(on, "EndReminded").Before.Now);
        Assert.Equal(on.Now + Minutes(35), Woken(on, EscalationCause.Overdue).Before.Now);
    }

    [Fact]
    public void A_session_whose_basis_has_lapsed_does_not_go_on_past_its_end()
    {
        var overdue = Raised(EscalationCause.Overdue, f => f.Barring(Worker));
        var goesOn = new ArrangementCommand.RecordOutcome(
            EscalationCause.Overdue,
            EscalationOutcome.ChildSeenAndSafeSessionContinues,
            "Still playing"
        );
        overdue.When(Senior, goesOn).ThenRefused("G-16");
        overdue.When(Senior, goesOn with { Outcome = EscalationOutcome.EmergencyServicesCalled }).ThenIs<Phase.Active>();
    }

    [Fact]
    public void A_missed_check_in_answered_by_a_look_starts_the_check_in_clock_again()
    {
        var seen = Raised(EscalationCause.MissedCheckIn)
            .When(
                Senior,
                new ArrangementCommand.RecordOutcome(
                    EscalationCause.MissedCheckIn,
                    EscalationOutcome.ChildSeenAndSafeSessionContinues,
                    "Saw them both"
                )
            )
            .ThenHappens("EscalationEnded")
            .Is<Phase.Active>();
        Assert.Equal(seen.Now, ((Phase.Active)seen.State!.Phase).Session.LastContact);
    }

    [Fact]
    public void A_check_in_does_not_end_what_was_raised()
    {
        var late = Raised(EscalationCause.MissedCheckIn).When(Worker, new ArrangementCommand.CheckIn()).ThenHappens("CheckedIn");
        Assert.NotNull(late.State!.EscalationOf(EscalationCause.MissedCheckIn));
        var finished = Raised(EscalationCause.Overdue).When(Worker, new ArrangementCommand.Finish()).ThenIs<Phase.AwaitingCloseOut>();
        Assert.NotNull(finished.State!.EscalationOf(EscalationCause.Overdue));
    }

    [Fact]
    public void A_start_that_was_never_pressed_is_asked_of_the_worker_and_then_of_a_colleague()
    {
        var asked = Noticed.WhenItWakes();
        Assert.Equal(Start.AddMinutes(10), asked.Before.Now);
        var raised = asked.ThenHappens("WorkerAskedToStart").WhenItWakes();
        Assert.Equal(Start.AddMinutes(30), raised.Before.Now);
        raised.Then(new ArrangementEvent.EscalationRaised(EscalationCause.NotStarted, 0, [Senior.Id]));
        raised.ThenAccepted().When(Worker, AllConfirmed).ThenRefused("window");
    }

    [Fact]
    public void It_lapses_only_once_a_colleague_says_whether_it_took_place()
    {
        var open = Raised(EscalationCause.NotStarted);
        open.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.DidNotTakePlace, "She was ill")
            )
            .Then(
                new ArrangementEvent.EscalationEnded(
                    EscalationCause.NotStarted,
                    EscalationOutcome.DidNotTakePlace,
                    Senior.Id,
                    "She was ill"
                ),
                new ArrangementEvent.Lapsed(Senior.Id, TookPlace: false)
            );
        var took = open.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.TookPlace, "They were in the lounge")
            )
            .ThenHappens("EscalationEnded", "Lapsed", "ConcernRaised");
        Assert.True(took.State!.IsFinal);
    }

    [Fact]
    public void Help_called_before_the_start_keeps_the_arrangement_as_it_is()
    {
        var help = Noticed.At(Start).When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted();
        var seen = help.When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.HelpNow, EscalationOutcome.ChildSeenAndSafe, "Both fine")
            )
            .ThenHappens("EscalationEnded");
        seen.Is<Phase.Approved>().When(Worker, AllConfirmed).ThenIs<Phase.Active>();
    }

    [Theory]
    [MemberData(nameof(UrgentCauses))]
    public void A_level_that_no_channel_reaches_passes_to_the_next_at_once(EscalationCause cause)
    {
        var story = Raised(cause);
        var step = story.State!.EscalationOf(cause)!.Step;
        var passed = story.WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step));
        var on = passed.The<ArrangementEvent.EscalationPassedOn>();
        Assert.Equal((step + 1, PassedOnBecause.Unreachable), (on.Step, on.Because));
        passed.ThenAccepted().WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step)).ThenNothing();
        var owned = story.When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenAccepted();
        owned.WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step)).ThenNothing();
    }

    [Fact]
    public void When_nobody_of_any_level_is_reached_the_clock_tries_again_not_the_delivery()
    {
        var story = Raised(EscalationCause.Overdue);
        for (var step = 0; step < 3; step++)
            story = story.WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.Overdue, step)).ThenAccepted();
        story.WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.Overdue, 3)).ThenNothing();
        Assert.Equal(story.Now + Minutes(10), story.WakeAt);
    }

    [Fact]
    public void A_mail_that_can_not_be_delivered_is_looked_after_while_anything_is_open()
    {
        Asked
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
            .Then(
                new ArrangementEvent.MailUndeliverable(Parent.Id),
                new ArrangementEvent.EscalationRaised(EscalationCause.UndeliverableMail, 0, [HomesManager.Id])
            )
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(SecondParent.Id))
            .ThenHappens("MailUndeliverable");
        Closed.WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id)).ThenNothing();
    }

    [Fact]
    public void An_escalation_never_goes_to_the_worker_it_is_about_nor_to_anybody_barred()
    {
        var working = Started.Facts with { Worker = Senior };
        Assert.Equal(
            [HomesManager.Id],
            EscalationChain.Recipients(EscalationCause.HelpNow, 1, working.Child, working.Home, working.Worker, Start).ToArray()
        );
        var barred = Started.With(f => f.Barring(Senior)).At(Start.AddMinutes(65)).WhenTheClockLooks();
        Assert.DoesNotContain(Senior.Id, barred.Events.OfType<ArrangementEvent.EscalationRaised>().SelectMany(e => e.Told));
        Assert.Equal([HomesManager.Id], barred.ThenAccepted().State!.EscalationOf(EscalationCause.Overdue)!.Told.ToArray());
    }

    [Fact]
    public void The_adult_whom_an_independent_worker_nominated_hears_every_level_and_answers()
    {
        var independent = Started.With(f => f with { Worker = f.Worker with { Engagement = new Engagement.Independent(Stranger.Id) } });
        var help = independent.When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted();
        Assert.Equal([Stranger.Id], help.State!.Escalations[0].Told.ToArray());
        help.When(Senior, new ArrangementCommand.Acknowledge(EscalationCause.HelpNow)).ThenRefused("who");
        help.When(Stranger, new ArrangementCommand.Acknowledge(EscalationCause.HelpNow)).ThenAccepted();
        Assert.Equal([Stranger.Id], Woken(help, EscalationCause.HelpNow).The<ArrangementEvent.EscalationPassedOn>().Told.ToArray());
    }

    [Fact]
    public void A_deputy_who_is_present_stands_in_for_who_is_away()
    {
        var away = new Absence(Start.AddDays(-1), Start.AddDays(1));
        var levels = new OnCallLevel(Role.SeniorManager, [new(Senior.Id, false, [away]), new(Colleague.Id, true, [])]);
        var deputised = Started.With(f => f with { Home = f.Home with { OnCall = new([levels, .. f.Home.OnCall.Levels.Skip(1)]) } });
        var overdue = deputised.At(Start.AddMinutes(65)).WhenTheClockLooks().ThenAccepted();
        Assert.Equal([Colleague.Id], overdue.State!.EscalationOf(EscalationCause.Overdue)!.Told.ToArray());
        overdue.When(Colleague, new ArrangementCommand.Acknowledge(EscalationCause.Overdue)).ThenAccepted();
    }

    /// <summary>A story in which an escalation of this cause was just raised and no other one is open.</summary>
    private static Story Raised(EscalationCause cause, Func<Facts, Facts>? registers = null)
    {
        registers ??= f => f;
        return cause switch
        {
            EscalationCause.NotStarted => Noticed.At(Start.AddMinutes(30)).With(registers).WhenTheClockLooks().ThenAccepted(),
            EscalationCause.Overdue => Overdue(Started.With(registers)),
            EscalationCause.MissedCheckIn => Started
                .When(HomesManager, new ArrangementCommand.Extend(Minutes(60)))
                .ThenAccepted()
                .With(registers)
                .At(Start.AddMinutes(65))
                .WhenTheClockLooks()
                .ThenAccepted(),
            EscalationCause.HelpNow => Started.With(registers).When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted(),
            EscalationCause.Distress => Started.With(registers).When(Worker, new ArrangementCommand.ReportDistress("x")).ThenAccepted(),
            EscalationCause.UndeliverableMail => Finished
                .With(registers)
                .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
                .ThenAccepted(),
            EscalationCause.CloseOutLate => Finished.With(registers).WhenItWakes().ThenAccepted(),
            EscalationCause.ExplanationLate => Approved
                .When(Worker, new ArrangementCommand.DeclineByWorker("not comfortable"))
                .ThenAccepted()
                .With(registers)
                .WhenItWakes()
                .ThenAccepted(),
            EscalationCause.UnplannedReviewLate => Unplanned
                .When(Worker, new ArrangementCommand.Finish())
                .ThenAccepted()
                .When(Worker, new ArrangementCommand.RecordCloseOut(GoodRecord))
                .ThenAccepted()
                .With(registers)
                .WhenItWakes()
                .ThenAccepted(),
            _ => throw new ArgumentOutOfRangeException(nameof(cause)),
        };
    }

    // The worker has just checked in, so that only the end is overdue.
    private static Story Overdue(Story started) =>
        started
            .At(Start.AddMinutes(55))
            .WhenTheClockLooks()
            .ThenAccepted()
            .When(Worker, new ArrangementCommand.CheckIn())
            .ThenAccepted()
            .At(Start.AddMinutes(65))
            .WhenTheClockLooks()
            .ThenAccepted();

    private static EscalationOutcome Answering(EscalationCause cause) => EscalationChain.Outcomes(cause).FirstOrDefault();

    /// <summary>Time goes on, and nobody does anything, until this escalation is passed on or raised again.</summary>
    private static Result Woken(Story story, EscalationCause cause)
    {
        for (var i = 0; i < 50; i++)
        {
            var woken = story.WhenItWakes();
            if (
                woken.Events.Any(e =>
                    e is ArrangementEvent.EscalationPassedOn p && p.Cause == cause
                    || e is ArrangementEvent.EscalationRaised r && r.Cause == cause
                )
            )
                return woken with
                {
                    Events = [.. woken.Events.Where(e => e is not ArrangementEvent.EscalationPassedOn p || p.Cause == cause)],
                };
            story = woken.ThenAccepted();
        }
        throw new InvalidOperationException($"{cause} fell silent.");
    }

    private static Result Woken(Story story, string happens)
    {
        while (true)
        {
            var woken = story.WhenItWakes();
            if (woken.Events.Any(e => e.GetType().Name == happens))
                return woken;
            story = woken.ThenAccepted();
        }
    }

    private static OnCallList Without(OnCallList list, Role[] roles) =>
        new([.. list.Levels.Select(l => roles.Contains(l.Role) ? l with { People = [] } : l)]);
}
