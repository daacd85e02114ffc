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
        var overridden = answers.Any(a => a.Finding?.Kind is DutyKind.Override);
        var life = new Life(facts, NeededQuorum.Of(plan, overridden, facts).Quorum);
        life.Begin(asked, now);
        return new(
            answers,
            NeededQuorum.Of(plan, overridden, facts),
            life.Messages,
            life.Clocks,
            [.. life.AtStart(), .. AtClose(plan, facts)]
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
