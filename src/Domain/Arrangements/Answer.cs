using System.Collections.Immutable;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>How the deciders of this folder say yes and no.</summary>
internal static class Answer
{
    /// <summary>It had been done before.</summary>
    public static readonly Decision Already = new Decision.Accepted([]);

    public static Decision Yes(params ReadOnlySpan<ArrangementEvent> events) => new Decision.Accepted([.. events]);

    public static Decision Yes(IEnumerable<ArrangementEvent> events) => new Decision.Accepted([.. events]);

    public static Decision No(IEnumerable<Finding> findings) => new Decision.Refused([.. findings]);

    public static Decision No(string id, string problem, string lift, string? field = null) =>
        new Decision.Refused([new(id, DutyKind.Hard, problem, lift, field)]);

    public static Decision NotInThisPhase(Arrangement state, string lift) =>
        No("phase", $"This can't be done while the arrangement is {Name(state.Phase)}.", lift);

    public static Decision NotYours(string problem, string lift) => No("who", problem, lift);

    public static Decision Missing(string id, string field, string lift) => No(id, "An answer is missing.", lift, field);

    private static string Name(Phase phase) =>
        phase switch
        {
            Phase.AwaitingOverride => "waiting for a manager's decision",
            Phase.AwaitingApproval => "waiting for approval",
            Phase.Approved => "approved",
            Phase.InForce => "an agreement in force",
            Phase.Suspended => "suspended",
            Phase.Active => "under way",
            Phase.AwaitingCloseOut => "waiting for its close-out record",
            Phase.AwaitingExplanation => "declined and not yet explained",
            Phase.Closed => "closed",
            Phase.Refused => "refused",
            Phase.Expired => "expired",
            Phase.Withdrawn => "withdrawn",
            Phase.DeclinedByWorker => "declined by the worker",
            Phase.Lapsed => "lapsed",
            Phase.EndedByReview => "ended by a review",
            _ => phase.GetType().Name,
        };
}
