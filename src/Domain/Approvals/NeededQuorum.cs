using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Approvals;

/// <summary>Why an arrangement needs the approvals that it needs.</summary>
public enum QuorumReason
{
    /// <summary>The policy says so for its purpose.</summary>
    Policy,

    /// <summary>A finding is lifted by a decision, and whoever decides may also approve: then the other approval can't be waived.</summary>
    Override,

    /// <summary>It is longer than the policy's longest plan.</summary>
    LongPlan,

    /// <summary>It is outside the working arrangements that the organisation has agreed on (G-17).</summary>
    OutsideWorkingArrangements,
}

/// <summary>The approvals that an arrangement needs (G-04), and why.</summary>
/// <param name="Quorum">How many.</param>
/// <param name="Because">Every reason that holds, at least one.</param>
public sealed record NeededQuorum(Quorum Quorum, ImmutableArray<QuorumReason> Because)
{
    /// <summary>The approvals that a plan needs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="overridden">Whether a decision departs from the guidance.</param>
    /// <param name="facts">The policy that it is judged under, and the home.</param>
    /// <returns>Both, where anything asks for both; else what the policy says.</returns>
    public static NeededQuorum Of(Plan plan, bool overridden, Facts facts)
    {
        var policy = facts.Policy;
        ImmutableArray<QuorumReason> both =
        [
            .. overridden ? [QuorumReason.Override] : ImmutableArray<QuorumReason>.Empty,
            .. plan.Longest > policy.LongestPlan ? [QuorumReason.LongPlan] : ImmutableArray<QuorumReason>.Empty,
            .. WorkingRules.IsOutside(plan, facts) ? [QuorumReason.OutsideWorkingArrangements] : ImmutableArray<QuorumReason>.Empty,
        ];
        var ordinary = plan.Purposes.Any(purpose => policy.QuorumFor(purpose) == Quorum.Dual) ? Quorum.Dual : Quorum.Any;
        return both.IsEmpty ? new(ordinary, [QuorumReason.Policy]) : new(Quorum.Dual, both);
    }
}
