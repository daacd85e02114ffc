using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using Xunit.Abstractions;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Exploration;

using Decision = Decision<ArrangementEvent>;

public sealed class ExplorationTests(ITestOutputHelper output)
{
    private const string Begin = "<!-- table: begin -->\n";
    private const string End = "<!-- table: end -->";

    private static readonly Lazy<(Explorer Explorer, TimeSpan Took)> Explored = new(() => Explore(Subject.Real));

    [Fact]
    public void Every_invariant_holds_in_every_state_that_can_be_reached()
    {
        var (explored, took) = Explored.Value;
        Print(
            $"exploration: {explored.States} states, {explored.Transitions} transitions, {explored.Refusals} refusals, {took.TotalSeconds:0} s"
        );
        Print($"exploration: {explored.NotFollowed} of the states are at a cap: checked, but not followed");
        foreach (var phase in explored.Nodes.CountBy(n => n.Phase).OrderByDescending(p => p.Value))
            Print($"  {phase.Value, 6} {phase.Key}");
        foreach (var name in Invariants.Names)
            Print($"  holds: {name}");
    }

    [Fact]
    public void Every_phase_is_reached() =>
        Assert.Equal(
            typeof(Phase).GetNestedTypes().Where(t => !t.IsAbstract).Select(t => t.Name).Order(),
            Explored.Value.Explorer.Nodes.Select(n => n.Phase).Distinct().Order()
        );

    [Fact]
    public void Every_command_is_accepted_somewhere() =>
        Assert.Equal(
            typeof(ArrangementCommand).GetNestedTypes().Select(t => t.Name).Except(["PlanOccasion", "Request", "StartUnplanned"]).Order(),
            Explored.Value.Explorer.Table.CommandNames.Order()
        );

    [Fact]
    public void A_decider_that_lets_the_worker_approve_is_found_out()
    {
        var broken = Subject.Real with
        {
            Decide = (state, command, facts, now) =>
                command is ArrangementCommand.Approve { Digest: var digest }
                && state is { Phase: Phase.AwaitingApproval { Round: var round } }
                && facts.Actor!.Id == Worker.Id
                && digest == round.Digest
                    ? Happens(new ArrangementEvent.ApprovalGiven(new(new(Worker.Id, Capacity.SeniorManager), now, digest)))
                    : ArrangementDecider.Decide(state, command, facts, now),
        };
        FindsOut(broken, "the requester, the planner and the worker never approve");
    }

    [Fact]
    public void A_decider_that_starts_without_looking_is_found_out()
    {
        var broken = Subject.Real with
        {
            Decide = (state, command, facts, now) =>
                command is ArrangementCommand.Start start && state?.Phase is Phase.Approved && facts.Actor!.Id == Worker.Id
                    ? Happens(new ArrangementEvent.Started(start.Answers))
                    : ArrangementDecider.Decide(state, command, facts, now),
        };
        FindsOut(broken, "a session starts only with its quorum for the current digest, a notice and assessments in date");
    }

    [Fact]
    public void A_clock_that_forgets_those_who_acknowledged_is_found_out()
    {
        var broken = Subject.Real with
        {
            Advance = (state, facts, now) =>
                [
                    .. ArrangementClock
                        .Advance(state, facts, now)
                        .Where(e => e is not ArrangementEvent.EscalationPassedOn { Because: PassedOnBecause.NoOutcome }),
                ],
        };
        FindsOut(broken, "silence escalates until an outcome is recorded", "a state that is not final wakes by itself, and later than now");
    }

    [Fact]
    public void A_clock_that_ends_an_escalation_by_itself_is_found_out()
    {
        var broken = Subject.Real with
        {
            Advance = (state, facts, now) =>
                [
                    .. ArrangementClock
                        .Advance(state, facts, now)
                        .Select(e =>
                            e is ArrangementEvent.EscalationPassedOn { Cause: var cause }
                                ? new ArrangementEvent.EscalationEnded(cause, EscalationOutcome.ChildSeenAndSafe, Senior.Id, "")
                                : e
                        ),
                ],
        };
        FindsOut(
            broken,
            "silence escalates until an outcome is recorded",
            "an escalation ends only with an outcome that somebody recorded"
        );
    }

    [Fact]
    public void A_clock_that_does_not_look_at_the_agreement_again_is_found_out()
    {
        var broken = Subject.Real with
        {
            Advance = (state, facts, now) => ArrangementClock.Advance(state, facts with { Agreement = Beginnings.Agreement }, now),
        };
        FindsOut(broken, "an approved occasion rests on an agreement in force, or on approvals of its own");
    }

    [Fact]
    public void The_table_in_docs_says_what_the_code_does()
    {
        var file = Path.Combine(Root(), "docs", "lifecycle.md");
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var table = Explored.Value.Explorer.Table.Text();
        if (Environment.GetEnvironmentVariable("ONETOONE_WRITE_LIFECYCLE") == "1")
            File.WriteAllText(file, text[..begin] + table + text[end..]);
        else
            Assert.Equal(table, text[begin..end]);
    }

    private static (Explorer, TimeSpan) Explore(Subject subject)
    {
        var watch = Stopwatch.StartNew();
        var explorer = new Explorer(subject);
        explorer.Run(Beginnings.All);
        return (explorer, watch.Elapsed);
    }

    private void FindsOut(Subject broken, params string[] invariants)
    {
        var found = Assert.Throws<BrokenInvariantException>(() => Explore(broken));
        Print(found.Message);
        Assert.Contains(found.Name, invariants);
    }

    private static Decision.Accepted Happens(ArrangementEvent happened) => new([happened]);

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    private void Print(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
