using OneToOne.Domain.Approvals;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Arrangements;

/// <summary>Nobody makes up the second person of an approval: a parent counts only when nobody with a part in the request entered them (G-04).</summary>
internal static class EnteredParents
{
    /// <summary>Why an approver can't fill their seat because of who entered a parent.</summary>
    /// <param name="state">The arrangement, in a round of approval.</param>
    /// <param name="approver">Who wants to approve.</param>
    /// <param name="recorder">Who writes the approval down for them; null when they give it themselves.</param>
    /// <param name="child">The child.</param>
    /// <returns>The finding, or null when nothing stands against it.</returns>
    public static Finding? Check(Arrangement state, Approver approver, PersonId? recorder, Child child)
    {
        var given = state.ApprovalRound!.Approvals;
        var entangled =
            approver.Seat is Seat.Manager
                ? given.Any(a => Entered(a.By, approver.Person, child) || recorder is { } by && Entered(a.By, by, child))
                : state.ApprovalRound.Excluded.Concat(state.Overrides.Select(o => o.By)).Any(by => Entered(approver, by, child))
                    || given.Any(a => IsManagers(a, by => Entered(approver, by, child)));
        return entangled
            ? new(
                "who",
                DutyKind.Hard,
                "Who entered this parent in the register has a part in this request (G-04).",
                "Have another head, or the administrator, take the parent out of the child's entry and enter them again."
            )
            : null;
    }

    /// <summary>
    /// Why somebody can't write an approval down because of what they entered: whoever made up a parent would say what that parent said, and
    /// whoever turned somebody's mail would read in their place that it was written down.
    /// </summary>
    /// <param name="approver">Who is said to have approved, and in what capacity.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="recorder">Who writes it down.</param>
    /// <param name="child">The child.</param>
    /// <returns>The finding, or null when nothing stands against it.</returns>
    public static Finding? CheckRecorder(Approver approver, Person person, PersonId recorder, Child child) =>
        Entered(approver, recorder, child) || person.AddressEntered?.By == recorder
            ? new(
                "who",
                DutyKind.Hard,
                "Who entered this approver or said where they are reached can't write their approval down (G-04).",
                "Have a colleague write it down who did neither; or let them decide by their own mail."
            )
            : null;

    /// <summary>Whether an approver is a parent or carer of the child by this person's entry.</summary>
    /// <param name="approver">The approver.</param>
    /// <param name="by">The person.</param>
    /// <param name="child">The child.</param>
    /// <returns>True for an entry of theirs; false where it was not kept who made it.</returns>
    public static bool Entered(Approver approver, PersonId by, Child child) =>
        approver.Capacity is Capacity.ParentOrCarer && child.Responsible.Any(r => r.Person == approver.Person && r.EnteredBy == by);

    private static bool IsManagers(Approval given, Func<PersonId, bool> entered) =>
        given.By.Seat is Seat.Manager && (entered(given.By.Person) || given.OnBehalf is { } written && entered(written.RecordedBy));
}
