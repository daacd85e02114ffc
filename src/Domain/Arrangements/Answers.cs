using System.Collections.Immutable;

namespace OneToOne.Domain.Arrangements;

/// <summary>What the worker answers on starting.</summary>
/// <param name="SafeguardsConfirmed">The safeguards that are in place, by their position in the plan, from 0 (G-05).</param>
/// <param name="DoorConditionConfirmed">That the door condition holds; needed where a bedroom is used (L-19).</param>
public sealed record StartAnswers(ImmutableArray<int> SafeguardsConfirmed, bool? DoorConditionConfirmed = null);

/// <summary>What the worker records after a session. No question has a default: what is left out is refused.</summary>
/// <param name="Summary">What was done and what it was good for (L-31).</param>
/// <param name="ChildDistressedOrAngry">Whether the child became distressed or angry (G-23).</param>
/// <param name="SexualFeelings">The declaration of L-20, again.</param>
/// <param name="NeedsChanged">Whether the child's needs or circumstances changed (G-24).</param>
/// <param name="DoorConditionKept">Whether the door condition was kept; needed where a bedroom was used (L-19).</param>
/// <param name="Distress">What happened, when the child became distressed or angry.</param>
/// <param name="ChildsView">What the child says of it.</param>
/// <param name="PersonalNumbers">Whether personal telephone numbers were exchanged or used (L-25).</param>
/// <param name="PrivateMatters">Whether the worker shared private matters of their own (L-29).</param>
/// <param name="PhysicalContact">Whether there was physical contact (L-32).</param>
/// <param name="Contact">Which, and why, when there was.</param>
/// <param name="AsAgreed">Under a standing agreement: that all was as agreed, which answers the door, L-25, L-29 and L-32 together.</param>
public sealed record CloseOut(
    string Summary = "",
    bool? ChildDistressedOrAngry = null,
    SexualFeelingsDeclaration? SexualFeelings = null,
    bool? NeedsChanged = null,
    bool? DoorConditionKept = null,
    string? Distress = null,
    ChildsView? ChildsView = null,
    bool? PersonalNumbers = null,
    bool? PrivateMatters = null,
    bool? PhysicalContact = null,
    string? Contact = null,
    bool? AsAgreed = null
)
{
    /// <summary>Whether an answer is for the homes manager to read, though it need not be a concern (G-24, L-25, L-29, L-32, not as agreed).</summary>
    public bool IsToBeRead =>
        NeedsChanged == true
        || PersonalNumbers == true
        || PrivateMatters == true
        || PhysicalContact == true
        || AsAgreed == false
        || ChildsView?.Comfortable == false;
}

/// <summary>Why a worker finds one-to-one time inappropriate (L-26). Never counted against the worker.</summary>
/// <param name="By">The worker.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record Decline(PersonId By, DateTimeOffset At, string Reason);

/// <summary>How a decline was explained to the young person (L-26).</summary>
/// <param name="By">Who explained it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="How">How it was explained.</param>
/// <param name="Response">What the young person answered.</param>
public sealed record Explanation(PersonId By, DateTimeOffset At, string How, string Response);
