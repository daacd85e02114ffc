using OneToOne.Domain.Approvals;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Arrangements;

/// <summary>
/// Nobody makes up the second person of an approval, or answers in their place: a parent counts only when nobody with a part in the request
/// entered them, and anybody's own answer only when none of those said where they are reached (G-04).
/// </summary>
internal static class EnteredApprovers
{
    /// <summary>Why an approver can't fill their seat because of who entered them, or where they are reached.</summary>
    /// <param name="state">The arrangement, in a round of approval.</param>
    /// <param name="approver">Who wants to approve.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="recorder">Who writes the approval down for them; null when they give it themselves.</param>
    /// <param name="facts">The registers, with those among the named who approved for the family.</param>
    /// <returns>The finding, or null when nothing stands against it.</returns>
    public static Finding? Check(Arrangement state, Approver approver, Person person, PersonId? recorder, Facts facts)
    {
        var given = state.ApprovalRound!.Approvals;
        var others = state
            .ApprovalRound.Excluded.Concat(state.Overrides.Select(o => o.By))
            .Concat(given.Select(a => a.By.Person))
            .Concat(given.Select(a => a.OnBehalf?.RecordedBy).OfType<PersonId>());
        var entangled =
            others.Any(by => Entered(approver, by, facts.Child) || (recorder is null && person.AddressEntered?.By == by))
            || given.Any(a =>
                a.By.Seat is Seat.Family && (IsBehind(a, approver.Person, facts) || (recorder is { } by && IsBehind(a, by, facts)))
            );
        return entangled
            ? new(
                "who",
                DutyKind.Hard,
                "Who entered this approver in the register, or where they are reached, has a part in this request (G-04).",
                "Somebody else must decide: another manager, or another parent. Or a colleague asks the approver and writes down what they say; "
                    + "or another head, or the administrator, takes out what was entered and enters it again."
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

    // What was asked of them in person did not come by their address. Whoever is not to be found may have been turned by anybody.
    private static bool IsBehind(Approval parents, PersonId by, Facts facts) =>
        Entered(parents.By, by, facts.Child)
        || parents.OnBehalf is null
            && (facts.Named.FirstOrDefault(p => p.Id == parents.By.Person) is not { } parent || parent.AddressEntered?.By == by);
}
