using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Drills;

using Decision = Decision<DrillEvent>;

/// <summary>Decides what is asked of a drill.</summary>
public static class DrillDecider
{
    private static readonly Decision Already = new Decision.Accepted([]);

    /// <summary>Decides a command.</summary>
    /// <param name="state">The drill; null before it begins.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happens, or why it is refused.</returns>
    public static Decision Decide(Drill? state, DrillCommand command, DrillFacts facts, DateTimeOffset now) =>
        (state?.Standing, command) switch
        {
            (_, not DrillCommand.ReportUnreachable) when NotTheirs(facts, now) is { } refused => refused,
            (null, DrillCommand.Begin begin) => Begin(begin, facts, now),
            (null, _) => No("phase", "There is no such drill.", "Begin one."),
            (_, DrillCommand.Begin) => Already,
            (DrillStanding.Open { Escalation: var open }, DrillCommand.Acknowledge) => Acknowledge(open, facts),
            (DrillStanding.Open, DrillCommand.RecordOutcome outcome) => Record(outcome, facts),
            (DrillStanding.Open { Escalation: var open }, DrillCommand.ReportUnreachable { Step: var step }) => open.Owner is null
            && open.Step == step
                ? Yes(DrillClock.PassOn(open, PassedOnBecause.Unreachable, facts, now))
                : Already,
            (_, DrillCommand.ReportUnreachable) => Already,
            _ => No("phase", "This drill is over.", "Nothing is needed; begin another if you want to try again."),
        };

    private static Decision? NotTheirs(DrillFacts facts, DateTimeOffset now) =>
        facts.Actor is { } actor && Authority.Of(actor, facts.Home, now) is not null
            ? null
            : No("who", "A drill is begun and answered by the home's managers, or by whoever stands in for one now.", "Ask one of them.");

    private static Decision Begin(DrillCommand.Begin begin, DrillFacts facts, DateTimeOffset now)
    {
        if (facts.AnotherIsOpen)
            return No("drill", "A drill of this home is open.", "Wait for its end: it goes through each level once.");
        var step = EscalationChain.FirstStep(begin.Cause);
        var told = DrillClock.Recipients(begin.Cause, step, facts, now);
        var begun = new DrillEvent.DrillBegun(
            begin.Id,
            facts.Home.Id,
            begin.Cause,
            facts.Actor!.Id,
            facts.Policy.Version,
            step,
            told,
            DrillClock.Absent(begin.Cause, step, facts, now)
        );
        return Yes(told.IsEmpty ? [begun, .. DrillClock.Climb(begin.Cause, step, PassedOnBecause.Unreachable, null, facts, now)] : [begun]);
    }

    private static Decision Acknowledge(Escalation open, DrillFacts facts) =>
        open.Owner is not { } owner ? Yes([new DrillEvent.DrillOwned(facts.Actor!.Id)])
        : owner.Person == facts.Actor!.Id ? Already
        : No("owned", "Somebody else has taken this on already.", "Record the outcome if you know it; else their clock runs.");

    private static Decision Record(DrillCommand.RecordOutcome outcome, DrillFacts facts) =>
        string.IsNullOrWhiteSpace(outcome.Note)
            ? No("note", "An answer is missing.", "Say in a few words what you would have done.", "note")
            : Yes([new DrillEvent.DrillEnded(DrillEnding.OutcomeRecorded, facts.Actor!.Id, outcome.Note)]);

    private static Decision Yes(ImmutableArray<DrillEvent> events) => new Decision.Accepted(events);

    private static Decision No(string id, string problem, string lift, string? field = null) =>
        new Decision.Refused([new(id, DutyKind.Hard, problem, lift, field)]);
}
