using System.Collections.Immutable;
using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Drills;

/// <summary>What happens to a drill. Closed: the cases are those nested here.</summary>
public abstract record DrillEvent
{
    private DrillEvent() { }

    /// <summary>It began.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Home">The home.</param>
    /// <param name="Cause">What is played.</param>
    /// <param name="By">Who began it.</param>
    /// <param name="PolicyVersion">The policy whose clocks hold.</param>
    /// <param name="Step">The first step.</param>
    /// <param name="Told">Who is told.</param>
    /// <param name="Absent">Who of the level is away.</param>
    public sealed record DrillBegun(
        DrillId Id,
        HomeId Home,
        EscalationCause Cause,
        PersonId By,
        int PolicyVersion,
        int Step,
        ImmutableArray<PersonId> Told,
        ImmutableArray<PersonId> Absent
    ) : DrillEvent;

    /// <summary>It went to the next level.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Because">Why.</param>
    /// <param name="FormerOwner">Who had taken it on and recorded no outcome in time.</param>
    /// <param name="Told">Who is told.</param>
    /// <param name="Absent">Who of the level is away.</param>
    public sealed record DrillPassedOn(
        int Step,
        PassedOnBecause Because,
        PersonId? FormerOwner,
        ImmutableArray<PersonId> Told,
        ImmutableArray<PersonId> Absent
    ) : DrillEvent;

    /// <summary>Somebody took it on.</summary>
    /// <param name="By">Who.</param>
    public sealed record DrillOwned(PersonId By) : DrillEvent;

    /// <summary>It is over.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="By">Who recorded how it went; null when it went round.</param>
    /// <param name="Note">What they said; empty when it went round.</param>
    public sealed record DrillEnded(DrillEnding Why, PersonId? By, string Note) : DrillEvent;
}
