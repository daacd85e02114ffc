using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;

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
            Quorum = NeededQuorum.Of(state.Plan, !state.Overrides.IsEmpty, facts).Quorum,
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
}
