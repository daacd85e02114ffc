using System.Collections.Immutable;
using OneToOne.Domain.Children;

namespace OneToOne.Domain.Retention;

/// <summary>
/// What retention hangs on, and whether it has stood for long enough to dispose of anything by it: whoever wants evidence gone could otherwise
/// change a date in the register, and have a run follow at once.
/// </summary>
public static class RetentionDates
{
    /// <summary>How long a change stands before anything is disposed of by it.</summary>
    public static readonly TimeSpan SettlesIn = TimeSpan.FromDays(30);

    /// <summary>What of it a change of the register touches.</summary>
    /// <param name="before">The child before.</param>
    /// <param name="after">The child after.</param>
    /// <returns>What changed; empty for any other change.</returns>
    public static ImmutableArray<RetentionDate> Changed(Child before, Child after) =>
        [
            .. before.DateOfBirth != after.DateOfBirth ? [RetentionDate.DateOfBirth] : ImmutableArray<RetentionDate>.Empty,
            .. before.DiedOn != after.DiedOn ? [RetentionDate.DiedOn] : ImmutableArray<RetentionDate>.Empty,
            .. before.IsHeld != after.IsHeld ? [RetentionDate.LegalHold] : ImmutableArray<RetentionDate>.Empty,
        ];

    /// <summary>The last change for which disposal waits.</summary>
    /// <param name="child">The child.</param>
    /// <param name="changes">All changes, oldest first.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The change and until when it is waited for; null when nothing is.</returns>
    public static WaitingChild? Unsettled(ChildId child, ImmutableArray<DateChanged> changes, DateTimeOffset now) =>
        changes is [.., var last] && now < last.At + SettlesIn ? new(child, last.What, last.At, last.At + SettlesIn) : null;
}

/// <summary>Something that retention hangs on.</summary>
public enum RetentionDate
{
    /// <summary>The day of birth.</summary>
    DateOfBirth,

    /// <summary>The day of death.</summary>
    DiedOn,

    /// <summary>A legal hold, set or lifted.</summary>
    LegalHold,
}

/// <summary>Something that retention hangs on was changed.</summary>
/// <param name="What">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it.</param>
public sealed record DateChanged(RetentionDate What, DateTimeOffset At, PersonId? By);

/// <summary>A child whose time is over by what was changed too recently.</summary>
/// <param name="Child">The child.</param>
/// <param name="What">What was changed.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Until">From when on it may be disposed of by it.</param>
public sealed record WaitingChild(ChildId Child, RetentionDate What, DateTimeOffset ChangedAt, DateTimeOffset Until);

/// <summary>What the retention of a child's records is reckoned by.</summary>
/// <param name="Child">The child.</param>
/// <param name="DateOfBirth">The day of birth.</param>
/// <param name="DiedOn">The day of death; null for none.</param>
/// <param name="Held">Whether a legal hold stands.</param>
/// <param name="RetainUntil">The last day on which they must be kept.</param>
/// <param name="Changes">When any of this was changed and by whom, oldest first.</param>
public sealed record ReckonedChild(
    ChildId Child,
    DateOnly DateOfBirth,
    DateOnly? DiedOn,
    bool Held,
    DateOnly RetainUntil,
    ImmutableArray<DateChanged> Changes
);
