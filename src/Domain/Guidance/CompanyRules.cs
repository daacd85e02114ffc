using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>
/// What else must stand when a session starts: the agreement that it rests on, the arrangements of the other children, and that neither
/// the worker nor the child is in another session.
/// </summary>
public static class CompanyRules
{
    /// <summary>What the findings about company are called.</summary>
    public const string Id = "company";

    /// <summary>Whether the worker or the child is in another session, which was not approved together with this one.</summary>
    /// <param name="plan">What starts.</param>
    /// <param name="self">Its arrangement; null where there is none yet.</param>
    /// <param name="company">The open arrangements of its worker and of its child.</param>
    /// <returns>The finding; null when they are not.</returns>
    public static Finding? Elsewhere(Plan plan, ArrangementId? self, IEnumerable<Arrangement> company)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(company);
        return company.FirstOrDefault(other => other.Id != self && IsInTheWay(other, plan)) is { } found
            ? new(
                Id,
                DutyKind.Hard,
                found.Plan.Worker == plan.Worker
                    ? "The worker is in another session, which was not approved together with this one."
                    : "The child is in another session, with another worker.",
                "The worker of that session finishes it first; help can be called for all the same.",
                found.Plan.Worker == plan.Worker ? "worker" : "child"
            )
            : null;
    }

    internal static Finding? Elsewhere(StartCase c) => Elsewhere(c.Arrangement.Plan, c.Arrangement.Id, c.Facts.Company ?? []);

    internal static Finding? ElsewhereUnplanned(RequestCase c) => Elsewhere(c.Plan, null, c.Facts.Company ?? []);

    // A child who is not named cannot be there: nobody looked at whether these children may be together.
    internal static Finding? AloneUnplanned(RequestCase c) =>
        c.Plan.AlsoPresent.IsEmpty
            ? null
            : new(
                Id,
                DutyKind.Hard,
                "A start that was not planned is for one child alone.",
                "Talk with them where others are, or make a request for each.",
                "alsoPresent"
            );

    internal static Finding? Agreement(StartCase c) =>
        c.Arrangement.ApprovalRound?.Under is not { } under
        || (c.Facts.Agreement?.Phase is Phase.InForce && Agreements.StandsFor(under, c.Facts.Agreement))
            ? null
            : Agreements.Refuse("The agreement that it was planned under is no longer in force.", null);

    internal static Finding? Company(StartCase c) =>
        IsComplete(c.Arrangement.Plan, c.Facts.Company ?? [])
            ? null
            : new(
                Id,
                DutyKind.Hard,
                "Another child is to be there who has no approved arrangement for it.",
                "Have each child's own arrangement approved: with the same worker, at the same time, naming the others.",
                "alsoPresent"
            );

    /// <summary>Whether every other child who is to be there has an approved arrangement for it.</summary>
    internal static bool IsComplete(Plan plan, ImmutableArray<Arrangement> company) =>
        plan.AlsoPresent.All(child => company.Any(other => IsFor(other, child, plan)));

    private static bool IsInTheWay(Arrangement other, Plan plan) =>
        other.Phase is Phase.Active
        && (other.Plan.Worker == plan.Worker || other.Plan.Child == plan.Child)
        && !(
            other.Plan.Worker == plan.Worker && plan.AlsoPresent.Contains(other.Plan.Child) && other.Plan.AlsoPresent.Contains(plan.Child)
        );

    private static bool IsFor(Arrangement other, ChildId child, Plan plan) =>
        other.Phase is Phase.Approved or Phase.Active
        && other.Plan.Child == child
        && other.Plan.Worker == plan.Worker
        && other.Plan.Start < plan.End
        && plan.Start < other.Plan.End
        && plan.AlsoPresent.Append(plan.Child).All(other.Plan.AlsoPresent.Append(child).Contains);
}
