using System.Collections.Immutable;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Drills;

/// <summary>Each transition of a drill, each refusal, and that it never goes on for ever.</summary>
public sealed class DrillTests
{
    private static readonly DrillFacts Facts = new(OakHouse, Adopted, null);
    private static readonly DrillCommand Outcome = new DrillCommand.RecordOutcome("I would have gone there");

    [Theory]
    [InlineData(EscalationCause.Overdue, 0, "sam")]
    [InlineData(EscalationCause.HelpNow, 1, "sam harriet")]
    [InlineData(EscalationCause.CloseOutLate, 0, "harriet")]
    public void It_begins_where_an_escalation_of_its_cause_begins(EscalationCause cause, int step, string told)
    {
        var drill = Begun(cause);

        var first = Assert.Single(drill.Steps);
        Assert.Equal((step, told), (first.Step, string.Join(' ', first.Told.Select(p => p.Value))));
        Assert.True(drill.IsOpen);
    }

    [Fact]
    public void It_is_begun_and_answered_by_managers_of_the_home_and_by_nobody_else()
    {
        foreach (var nobody in new[] { Worker, Colleague, Parent, SocialWorker })
        {
            Assert.Equal("who", Refused(null, new DrillCommand.Begin(new("d1"), EscalationCause.Overdue), nobody));
            Assert.Equal("who", Refused(Begun(), new DrillCommand.Acknowledge(), nobody));
            Assert.Equal("who", Refused(Begun(), Outcome, nobody));
        }
    }

    [Fact]
    public void There_is_one_at_a_time_and_asking_again_for_the_same_changes_nothing()
    {
        var begin = new DrillCommand.Begin(new("d1"), EscalationCause.Overdue);

        var refused = DrillDecider.Decide(null, begin, By(Senior) with { AnotherIsOpen = true }, Now);
        Assert.Equal("drill", Assert.Single(Assert.IsType<Decision<DrillEvent>.Refused>(refused).Findings).Id);
        Assert.Empty(Accepted(Begun(), begin, Senior));
        Assert.Equal("phase", Refused(null, Outcome, Senior));
    }

    [Fact]
    public void One_person_takes_it_on_and_only_an_outcome_in_words_ends_it()
    {
        var owned = After(Begun(), Accepted(Begun(), new DrillCommand.Acknowledge(), Senior), Now.AddMinutes(4));
        Assert.Equal(new EscalationOwner(Senior.Id, Now.AddMinutes(4)), owned.Steps[0].Owner);
        Assert.Empty(Accepted(owned, new DrillCommand.Acknowledge(), Senior));
        Assert.Equal("owned", Refused(owned, new DrillCommand.Acknowledge(), HomesManager));
        Assert.Equal("note", Refused(owned, new DrillCommand.RecordOutcome(" "), Senior));

        var ended = After(owned, Accepted(owned, Outcome, Senior), Now.AddMinutes(6));

        Assert.Equal(
            new DrillStanding.Ended(DrillEnding.OutcomeRecorded, Now.AddMinutes(6), Senior.Id, "I would have gone there"),
            ended.Standing
        );
        foreach (var command in new[] { new DrillCommand.Acknowledge(), Outcome })
            Assert.Equal("phase", Refused(ended, command, Senior));
        Assert.Empty(Accepted(ended, new DrillCommand.ReportUnreachable(0), null));
        Assert.Null(DrillClock.WakeAt(ended, Adopted));
        Assert.Empty(DrillClock.Advance(ended, Facts, Now.AddYears(1)));
    }

    [Theory]
    [InlineData(EscalationCause.Overdue)]
    [InlineData(EscalationCause.HelpNow)]
    [InlineData(EscalationCause.Distress)]
    [InlineData(EscalationCause.CloseOutLate)]
    public void By_silence_it_goes_through_each_level_once_at_its_moment_and_not_before_and_ends(EscalationCause cause)
    {
        var drill = Begun(cause);
        var steps = new List<int> { drill.Steps[0].Step };
        while (DrillClock.WakeAt(drill, Adopted) is { } due)
        {
            Assert.Empty(DrillClock.Advance(drill, Facts, due.AddTicks(-1)));
            drill = After(drill, DrillClock.Advance(drill, Facts with { Reached = [steps[^1]] }, due), due);
            if (drill.IsOpen)
                steps.Add(drill.Steps[^1].Step);
            Assert.True(steps.Count <= EscalationChain.Levels(cause).Length, "It repeats.");
        }

        Assert.Equal(steps.Distinct(), steps);
        Assert.Equal(EscalationChain.Levels(cause).Length - 1, steps[^1]);
        Assert.Equal(DrillEnding.WentRound, Assert.IsType<DrillStanding.Ended>(drill.Standing).Why);
        Assert.All(drill.Steps.Skip(1), step => Assert.Equal(PassedOnBecause.Silence, step.Because));
    }

    [Fact]
    public void An_owner_without_an_outcome_loses_it_and_what_nothing_was_sent_of_is_said()
    {
        var owned = After(Begun(), [new DrillEvent.DrillOwned(Senior.Id)], Now);
        var due = Now + Adopted.OwnerClock;
        var passed = Assert.IsType<DrillEvent.DrillPassedOn>(Assert.Single(DrillClock.Advance(owned, Facts, due)));
        Assert.Equal((1, PassedOnBecause.NoOutcome, Senior.Id), (passed.Step, passed.Because, passed.FormerOwner!.Value));

        var unsent = Assert.Single(DrillClock.Advance(Begun(), Facts, Now + Adopted.NextLevel));
        Assert.Equal(PassedOnBecause.NotYetSent, Assert.IsType<DrillEvent.DrillPassedOn>(unsent).Because);
    }

    [Fact]
    public void Who_cannot_be_reached_is_passed_over_at_once_unless_somebody_has_taken_it_on_or_it_has_moved_on()
    {
        var unreachable = new DrillCommand.ReportUnreachable(0);
        var passed = Assert.IsType<DrillEvent.DrillPassedOn>(Assert.Single(Accepted(Begun(), unreachable, null)));
        Assert.Equal((1, PassedOnBecause.Unreachable), (passed.Step, passed.Because));

        Assert.Empty(Accepted(After(Begun(), [passed], Now), unreachable, null));
        Assert.Empty(Accepted(After(Begun(), [new DrillEvent.DrillOwned(Senior.Id)], Now), unreachable, null));
    }

    [Fact]
    public void A_home_in_which_nobody_is_there_is_gone_through_at_once_names_the_absent_and_still_ends()
    {
        var away = new Absence(Now.AddDays(-1), Now.AddDays(1));
        var home = OakHouse with
        {
            OnCall = new([
                .. OakHouse.OnCall.Levels.Select(l => l with { People = [.. l.People.Select(p => p with { Absences = [away] })] }),
            ]),
        };
        var facts = Facts with { Home = home };
        var begin = new DrillCommand.Begin(new("d1"), EscalationCause.Overdue);
        var accepted = DrillDecider.Decide(null, begin, facts with { Actor = Senior }, Now);

        var drill = After(null, Assert.IsType<Decision<DrillEvent>.Accepted>(accepted).Events, Now);

        Assert.Equal([0, 1, 2], drill.Steps.Select(s => s.Step));
        Assert.Equal([Senior.Id, HomesManager.Id, ServiceManager.Id], drill.Steps.Select(s => Assert.Single(s.Absent)));
        var due = DrillClock.WakeAt(drill, Adopted)!.Value;
        Assert.IsType<DrillEvent.DrillEnded>(Assert.Single(DrillClock.Advance(drill, facts, due)));
    }

    [Fact]
    public void Everything_it_says_is_said_as_a_drill()
    {
        var drill = Begun();
        var begun = new DrillEvent.DrillBegun(drill.Id, Oak, drill.Cause, Senior.Id, 2, 0, [Senior.Id], []);
        var passed = new DrillEvent.DrillPassedOn(1, PassedOnBecause.Silence, null, [HomesManager.Id], []);
        Assert.Equal(MessageKind.Drill, Assert.Single(DrillEvolution.MessagesFor(null, begun)).Kind);
        Assert.Equal(MessageKind.Drill, Assert.Single(DrillEvolution.MessagesFor(drill, passed)).Kind);
        Assert.Empty(DrillEvolution.MessagesFor(drill, new DrillEvent.DrillOwned(Senior.Id)));

        var ended = DrillEvolution.MessagesFor(After(drill, [passed], Now), new DrillEvent.DrillEnded(DrillEnding.WentRound, null, ""));
        Assert.Equal([Senior.Id, HomesManager.Id], ended.Select(m => m.To));
        Assert.All(ended, m => Assert.Equal(MessageKind.DrillEnded, m.Kind));
    }

    private static DrillFacts By(Person? actor) => Facts with { Actor = actor };

    private static Drill Begun(EscalationCause cause = EscalationCause.Overdue) =>
        After(null, Accepted(null, new DrillCommand.Begin(new("d1"), cause), Senior), Now);

    private static Drill After(Drill? state, ImmutableArray<DrillEvent> happened, DateTimeOffset at) =>
        happened.Aggregate(state, (before, e) => DrillEvolution.Evolve(before, e, at))!;

    private static ImmutableArray<DrillEvent> Accepted(Drill? state, DrillCommand command, Person? by) =>
        Assert.IsType<Decision<DrillEvent>.Accepted>(DrillDecider.Decide(state, command, By(by), Now)).Events;

    private static string Refused(Drill? state, DrillCommand command, Person by) =>
        Assert.Single(Assert.IsType<Decision<DrillEvent>.Refused>(DrillDecider.Decide(state, command, By(by), Now)).Findings).Id;
}
