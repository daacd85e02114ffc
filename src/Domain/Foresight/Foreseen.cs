using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;

namespace OneToOne.Domain.Foresight;

/// <summary>Where in its life a plan would be.</summary>
public enum Stage
{
    /// <summary>Decisions on findings are awaited.</summary>
    Override,

    /// <summary>Approvals are awaited.</summary>
    Approval,

    /// <summary>It is approved, and has yet to start.</summary>
    Start,

    /// <summary>The child and the worker are together.</summary>
    Session,

    /// <summary>It is over, and the record is due.</summary>
    CloseOut,
}

/// <summary>A clock that would run, if nobody did anything in that stage.</summary>
/// <param name="Stage">In which stage.</param>
/// <param name="At">When it would strike.</param>
/// <param name="What">What would then happen.</param>
/// <param name="Cause">The escalation that it would raise, or null.</param>
public sealed record ForeseenClock(Stage Stage, DateTimeOffset At, string What, EscalationCause? Cause);

/// <summary>Somebody who would be written to.</summary>
/// <param name="Stage">In which stage.</param>
/// <param name="About">What about.</param>
/// <param name="Person">Who.</param>
public sealed record ForeseenMessage(Stage Stage, MessageKind About, PersonId Person);

/// <summary>A question that somebody would be asked, and that silence does not answer.</summary>
/// <param name="Stage">When.</param>
/// <param name="Id">The duty that it comes from.</param>
/// <param name="Lift">What answers it.</param>
/// <param name="Field">The field that holds the answer.</param>
public sealed record ForeseenQuestion(Stage Stage, string Id, string Lift, string? Field);

/// <summary>What would become of a plan.</summary>
/// <param name="Answers">What every rule says of it, also those that find nothing.</param>
/// <param name="Quorum">The approvals that it would need; null for what starts now, which has none.</param>
/// <param name="Messages">Who would be asked and told until it starts.</param>
/// <param name="Clocks">Which clocks would run.</param>
/// <param name="Questions">What would be asked at the start and at the close.</param>
public sealed record Foreseen(
    ImmutableArray<RuleAnswer> Answers,
    NeededQuorum? Quorum,
    ImmutableArray<ForeseenMessage> Messages,
    ImmutableArray<ForeseenClock> Clocks,
    ImmutableArray<ForeseenQuestion> Questions
);
