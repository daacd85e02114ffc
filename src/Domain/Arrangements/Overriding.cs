using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Overrides;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Decisions on findings that only a homes or service manager can lift (L-06, L-07, L-24).</summary>
internal static class Overriding
{
    private const string WorkersHome = "L-23";

    public static Decision Decide(Arrangement state, ArrangementCommand.DecideOverride command, Facts facts, DateTimeOffset now)
    {
        var by = facts.Actor!;
        if (state.Excluded.Contains(by.Id) || !Authority.MayOverride(by, facts.Home, now))
            return Answer.No(
                "L-06",
                "A departure from the guidance is decided by a homes manager or service manager who is neither the requester nor the worker.",
                "Have such a manager of this home decide."
            );
        if (state.Overrides.Any(o => o.FindingId == command.FindingId && o.By == by.Id && o.Allowed == command.Allow))
            return Answer.Already;
        if (state.Phase is not Phase.AwaitingOverride waiting)
            return Answer.NotInThisPhase(state, "Decisions are made before approval is asked for.");
        if (!waiting.Findings.Contains(command.FindingId))
            return Answer.No(
                "finding",
                "This finding waits for no decision.",
                $"Decide one of: {string.Join(", ", waiting.Findings)}.",
                "findingId"
            );
        if (!FieldFinding.SaysWhy(command.Details))
            return Answer.Missing("L-07", "details", "Say what is departed from, in a few words.");
        if (!FieldFinding.SaysWhy(command.Reasons))
            return Answer.Missing("L-07", "reasons", "Say why, in a few words.");
        if (command is { Allow: true, FindingId: WorkersHome } && CarePlanProblem(command.CarePlan, facts) is { } problem)
            return Answer.No([problem]);
        return Decided(state, waiting, command, facts, now);
    }

    private static Decision Decided(
        Arrangement state,
        Phase.AwaitingOverride waiting,
        ArrangementCommand.DecideOverride command,
        Facts facts,
        DateTimeOffset now
    )
    {
        var grounds = command.FindingId == WorkersHome ? command.CarePlan : null;
        var decided = new ArrangementEvent.OverrideDecided(
            new OverrideDecision(command.FindingId, command.Allow, command.Details, command.Reasons, facts.Actor!.Id, now, grounds)
        );
        if (!command.Allow)
            return Answer.Yes(decided, new ArrangementEvent.Refused(facts.Actor.Id, command.Reasons));
        if (waiting.Findings.Length > 1)
            return Answer.Yes(decided);
        return Answer.Yes(decided, Judgement.Open(ArrangementEvolution.Evolve(state, decided, now), facts, now));
    }

    private static Finding? CarePlanProblem(CarePlanGrounds? grounds, Facts facts) =>
        grounds is null
            ? new(
                "L-24",
                DutyKind.Hard,
                "A visit to the worker's home needs its grounds in the care plan.",
                "Give the circumstances, the care plan's reference and version, and how it is in line.",
                "carePlan"
            )
        : !FieldFinding.SaysWhy(grounds.Circumstances) || !FieldFinding.SaysWhy(grounds.HowInLine)
            ? new(
                "L-24",
                DutyKind.Hard,
                "The circumstances, or how it is in line with the care plan, are missing.",
                "Say both, in a few words each.",
                "carePlan"
            )
        : grounds.CarePlanReference != facts.Child.CarePlan.Reference || grounds.CarePlanVersion != facts.Child.CarePlan.Version
            ? new(
                "L-24",
                DutyKind.Hard,
                "This is not the child's current care plan.",
                "Read the current care plan and give its reference and version.",
                "carePlan"
            )
        : null;
}
