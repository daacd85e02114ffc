using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Foresight;

/// <summary>
/// Says what would become of a plan, by living it with the very rules, messages and clocks of a real one. Nothing is kept of it.
/// </summary>
public static class Foretelling
{
    private static readonly ArrangementId Nowhere = new("hypothetical");

    /// <summary>Lives a plan: asked for now, decided and approved, started as planned, finished as planned.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">The registers now; the actor asks for it.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What would become of it. What refuses it stands among the answers; the rest says what would be, were that lifted.</returns>
    public static Foreseen Of(Plan plan, Facts facts, DateTimeOffset now)
    {
        var by = facts.Actor!.Id;
        var request = new RequestCase(plan, by, facts, now);
        var answers = Rules.Answers(request);
        var asked = new ArrangementEvent.Requested(Nowhere, facts.Home.Id, by, facts.Policy.Version, plan, RegisterChanges.BasisOf(facts));
        var quorum = NeededQuorum.Of(plan, answers.Any(a => a.Finding?.Kind is DutyKind.Override), facts);
        var life = new Life(facts);
        life.Begin(asked, quorum.Quorum, now);
        return new(answers, quorum, life.Messages, life.Clocks, [.. life.AtStart(), .. AtClose(plan, facts)]);
    }

    /// <summary>Lives a start that is not planned: the child asks to talk now.</summary>
    /// <param name="plan">What would happen; whatever start it gives, the start is now.</param>
    /// <param name="facts">The registers now, with what else goes on; the plan's worker starts it.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What would become of it. The colleague who is told, by name, is still to be found.</returns>
    public static Foreseen AtOnce(Plan plan, Facts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (talk, by) = (Requesting.AtOnce(plan, now), facts.Worker);
        var theirs = facts with { Actor = by };
        var started = new ArrangementEvent.StartedUnplanned(
            Nowhere,
            facts.Home.Id,
            by.Id,
            facts.Policy.Version,
            talk,
            RegisterChanges.BasisOf(facts),
            by.Id,
            now + facts.Policy.UnplannedReviewWithin
        );
        var life = new Life(theirs);
        life.Begin(started, now);
        var told = Requesting.NobodyTold;
        return new(
            Rules.AnswersUnplanned(new RequestCase(talk, by.Id, theirs, now)),
            null,
            life.Messages,
            life.Clocks,
            [new(Stage.Start, told.Id, told.Lift, told.Field), .. AtClose(talk, theirs)]
        );
    }

    private static IEnumerable<ForeseenQuestion> AtClose(Plan plan, Facts facts) =>
        plan.Standing is not null
            ? []
            : Rules
                .Judge(new CloseOutCase(plan, new CloseOut(), facts, plan.End))
                .Where(f => f.Field is not null)
                .Select(f => new ForeseenQuestion(Stage.CloseOut, f.Id, f.Lift, f.Field));
}
