using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Service.Records;

namespace OneToOne.Service.Drills;

/// <summary>A drill in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Drill">True: nothing had happened.</param>
/// <param name="Home">The home.</param>
/// <param name="Cause">What was played.</param>
/// <param name="By">Who began it.</param>
/// <param name="BegunAt">When.</param>
/// <param name="EndedAt">When it ended; null while it is open.</param>
/// <param name="Ending">How it ended; null while it is open.</param>
public sealed record DrillBrief(
    DrillId Id,
    bool Drill,
    HomeId Home,
    EscalationCause Cause,
    PersonId By,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt,
    DrillEnding? Ending
)
{
    /// <summary>Says it of a drill.</summary>
    /// <param name="state">The drill.</param>
    /// <returns>The entry.</returns>
    public static DrillBrief Of(Drill state)
    {
        var ended = state.Standing as DrillStanding.Ended;
        return new(state.Id, true, state.Home, state.Cause, state.By, state.BegunAt, ended?.At, ended?.Why);
    }
}

/// <summary>What a drill showed: who was told when and over what, who answered after how long, and who did not.</summary>
/// <param name="Brief">The drill.</param>
/// <param name="OutcomeBy">Who recorded what they would have done; null when nobody has.</param>
/// <param name="Note">What they recorded.</param>
/// <param name="Levels">Each step, in order.</param>
public sealed record DrillReport(DrillBrief Brief, PersonId? OutcomeBy, string? Note, ImmutableArray<DrillLevel> Levels);

/// <summary>One step of a drill.</summary>
/// <param name="Level">The level, from 1.</param>
/// <param name="Roles">Whose it is.</param>
/// <param name="At">When it began.</param>
/// <param name="Because">Why it came to this level; null for the first.</param>
/// <param name="Told">Who was told.</param>
/// <param name="Absent">Who stands on its list and was away.</param>
/// <param name="AcknowledgedBy">Who took it on; null when nobody has.</param>
/// <param name="AcknowledgedAfter">After how long.</param>
/// <param name="Unanswered">Whether its time went by without anybody taking it on.</param>
public sealed record DrillLevel(
    int Level,
    ImmutableArray<Role> Roles,
    DateTimeOffset At,
    PassedOnBecause? Because,
    ImmutableArray<DrillTold> Told,
    ImmutableArray<PersonId> Absent,
    PersonId? AcknowledgedBy,
    TimeSpan? AcknowledgedAfter,
    bool Unanswered
);

/// <summary>One person who was told, and what is known of each message to them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Messages">One entry for each thing that became of a message, in order; empty while none has been attempted to its end.</param>
public sealed record DrillTold(PersonId Person, ImmutableArray<DrillDelivery> Messages);

/// <summary>What became of a message.</summary>
/// <param name="Channel">Over what it travelled.</param>
/// <param name="Became">What became of it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it failed; null when it did not.</param>
public sealed record DrillDelivery(Channel Channel, DeliveryFate Became, DateTimeOffset At, string? Reason = null);

/// <summary>What became of a message.</summary>
public enum DeliveryFate
{
    /// <summary>A server took it on.</summary>
    Accepted,

    /// <summary>The recipient's own server has it.</summary>
    Delivered,

    /// <summary>It did not arrive, and is not attempted again.</summary>
    Failed,
}
