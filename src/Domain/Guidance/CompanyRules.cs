using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>What else must stand when a session starts: the agreement that it rests on, and the arrangements of the other children.</summary>
internal static class CompanyRules
{
    public static Finding? Agreement(StartCase c) =>
        c.Arrangement.ApprovalRound?.Under is not { } under
        || (c.Facts.Agreement?.Phase is Phase.InForce && Agreements.StandsFor(under, c.Facts.Agreement))
            ? null
            : Agreements.Refuse("The agreement that it was planned under is no longer in force.", null);

    public static Finding? Company(StartCase c) =>
        IsComplete(c.Arrangement.Plan, c.Facts.Company ?? [])
            ? null
            : new(
                "company",
                DutyKind.Hard,
                "Another child is to be there who has no approved arrangement for it.",
                "Have each child's own arrangement approved: with the same worker, at the same time, naming the others.",
                "alsoPresent"
            );

    /// <summary>Whether every other child who is to be there has an approved arrangement for it.</summary>
    public static bool IsComplete(Plan plan, ImmutableArray<Arrangement> company) =>
        plan.AlsoPresent.All(child => company.Any(other => IsFor(other, child, plan)));

    private static bool IsFor(Arrangement other, ChildId child, Plan plan) =>
        other.Phase is Phase.Approved or Phase.Active
        && other.Plan.Child == child
        && other.Plan.Worker == plan.Worker
        && other.Plan.Start < plan.End
        && plan.Start < other.Plan.End
        && plan.AlsoPresent.Append(plan.Child).All(other.Plan.AlsoPresent.Append(child).Contains);
}
