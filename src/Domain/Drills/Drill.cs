using System.Collections.Immutable;
using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Drills;

/// <summary>
/// A drill of a home's escalation: the same levels, clocks and channels as in earnest, about no child and no worker. Never an escalation
/// itself, so that neither can be taken for the other.
/// </summary>
public sealed record Drill
{
    /// <summary>Its id.</summary>
    public required DrillId Id { get; init; }

    /// <summary>The home whose chain is tried.</summary>
    public required HomeId Home { get; init; }

    /// <summary>What is played.</summary>
    public required EscalationCause Cause { get; init; }

    /// <summary>Who began it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>The version of the policy whose clocks hold.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Every step so far, in order.</summary>
    public required ImmutableArray<DrillStep> Steps { get; init; }

    /// <summary>Where it stands.</summary>
    public required DrillStanding Standing { get; init; }

    /// <summary>Whether it goes on.</summary>
    public bool IsOpen => Standing is DrillStanding.Open;
}

/// <summary>One step of a drill: who was told, who was away, and who took it on.</summary>
/// <param name="Step">The step; 0 is the first level.</param>
/// <param name="At">When it began.</param>
/// <param name="Because">Why it came to this step; null for the first.</param>
/// <param name="Told">Who was told.</param>
/// <param name="Absent">Who stands on the list of the level and was away.</param>
/// <param name="Owner">Who took it on and when; null when nobody did.</param>
public sealed record DrillStep(
    int Step,
    DateTimeOffset At,
    PassedOnBecause? Because,
    ImmutableArray<PersonId> Told,
    ImmutableArray<PersonId> Absent,
    EscalationOwner? Owner
);

/// <summary>Where a drill stands: a closed union.</summary>
public abstract record DrillStanding
{
    private DrillStanding() { }

    /// <summary>It goes on.</summary>
    /// <param name="Escalation">Its step, its people and its clocks, as an escalation in earnest has them.</param>
    public sealed record Open(Escalation Escalation) : DrillStanding;

    /// <summary>It is over.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="At">When.</param>
    /// <param name="By">Who recorded how it went; null when nobody did.</param>
    /// <param name="Note">What they said; empty when nobody did.</param>
    public sealed record Ended(DrillEnding Why, DateTimeOffset At, PersonId? By, string Note) : DrillStanding;
}

/// <summary>How a drill ends.</summary>
public enum DrillEnding
{
    /// <summary>Whoever took it on recorded what they would have done.</summary>
    OutcomeRecorded,

    /// <summary>It went through every level once and no outcome came. A drill does not repeat.</summary>
    WentRound,
}
