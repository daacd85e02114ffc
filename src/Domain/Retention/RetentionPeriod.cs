using OneToOne.Domain.Children;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Retention;

/// <summary>How long what is held about a child must be kept. Registers of adults are another matter, and not disposed of here.</summary>
public static class RetentionPeriod
{
    private const int Adult = 18;

    /// <summary>The last day on which it must be kept.</summary>
    /// <param name="child">The child.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns>75 years from birth, or 15 from the death of a child under 18, or longer where the policy says so.</returns>
    public static DateOnly Until(Child child, Policy policy) =>
        child.DiedOn is { } died && child.AgeOn(died) < Adult
            ? died.AddYears(policy.RetentionYearsFromDeath)
            : child.DateOfBirth.AddYears(policy.RetentionYearsFromBirth);

    /// <summary>Whether the time to keep it is over and nothing holds it.</summary>
    /// <param name="child">The child.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="today">The day on the home's calendar.</param>
    /// <returns>Why it is kept; null when it need not be.</returns>
    public static KeptBecause? Keeps(Child child, Policy policy, DateOnly today) =>
        child.IsHeld ? KeptBecause.LegalHold
        : today <= Until(child, policy) ? KeptBecause.NotDue
        : null;
}

/// <summary>Why a record was not disposed of after all.</summary>
public enum KeptBecause
{
    /// <summary>A legal hold stands.</summary>
    LegalHold,

    /// <summary>Its time is not over.</summary>
    NotDue,

    /// <summary>It is not finished: somebody may still be waiting for it.</summary>
    Open,

    /// <summary>Something else about the child is kept, and needs it.</summary>
    OthersNeedIt,

    /// <summary>What its time is reckoned by was changed too recently (<see cref="RetentionDates"/>).</summary>
    DatesChanged,

    /// <summary>It is a concern about one of the two who proposed and approved the run.</summary>
    NamesWhoDecided,

    /// <summary>This version of the program cannot read it: a newer one has written to it.</summary>
    Unreadable,

    /// <summary>The same is so of something else that it is judged by.</summary>
    OthersUnreadable,
}
