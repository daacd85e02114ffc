using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>Opens a round of judgement: first the decisions on overrides, then the approvals.</summary>
internal static class Judgement
{
    /// <summary>What an arrangement waits for next: decisions that are still to be made, or else approvals.</summary>
    public static ArrangementEvent Open(Arrangement state, Facts facts, DateTimeOffset now) =>
        Undecided(state, facts, now) is { IsEmpty: false } findings
            ? new ArrangementEvent.OverridesAsked(findings)
            : AskApproval(state, facts, now);

    public static ArrangementEvent.ApprovalAsked AskApproval(Arrangement state, Facts facts, DateTimeOffset now)
    {
        var round = new ApprovalRound
        {
            Number = state.Round,
            Digest = Digest.Of(state),
            Quorum = QuorumOf(state, facts.Policy),
            Excluded = state.Excluded,
            OpenedAt = now,
            LinksIssuedAt = now,
            Deadline = state.DecideBy(now, facts.Policy),
        };
        return new(round with { Attempts = ApprovalAttempts.ByMail(round, facts, now) });
    }

    private static ImmutableArray<Finding> Undecided(Arrangement state, Facts facts, DateTimeOffset now) =>
        [
            .. Rules
                .Judge(new RequestCase(state.Plan, state.RequestedBy, facts, now))
                .Where(f => f.Kind == DutyKind.Override && !state.Overrides.Any(o => o.FindingId == f.Id)),
        ];

    // Whoever decides an override may also approve; then the other approval can't be waived by policy. Nor can it for a long plan.
    public static Quorum QuorumOf(Arrangement state, Policy policy) =>
        !state.Overrides.IsEmpty
        || state.Plan.Longest > policy.LongestPlan
        || state.Plan.Purposes.Any(p => policy.QuorumFor(p) == Quorum.Dual)
            ? Quorum.Dual
            : Quorum.Any;
}
