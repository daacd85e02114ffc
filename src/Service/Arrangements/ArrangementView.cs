using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Overrides;

namespace OneToOne.Service.Arrangements;

/// <summary>An arrangement as one caller may see it.</summary>
public sealed record ArrangementView
{
    /// <summary>Its id.</summary>
    public required ArrangementId Id { get; init; }

    /// <summary>The home that answers for it; null where whereabouts are withheld.</summary>
    public HomeId? Home { get; init; }

    /// <summary>Of an agreement, each worker whom it names, and whether they may take occasions now; for staff, where one is looked at.</summary>
    public ImmutableArray<WorkerNow>? Workers { get; init; }

    /// <summary>Who asked for it.</summary>
    public required PersonId RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The policy version that it is judged under.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Changes when what a person decides on changes; also the ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>The round of judgement, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Where it is in its life, such as <c>awaitingApproval</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>Why it is in this phase, where somebody or something gave a reason; null elsewhere.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether nothing can happen to it any more.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>When something next happens by itself; null when nothing will.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>
    /// What the caller could do now: the addresses below this one that would not be refused. <c>plan</c> is a PUT, the others are POSTs.
    /// </summary>
    public required ImmutableArray<string> MayDo { get; init; }

    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>How many other children are there; who they are is for staff, in the plan.</summary>
    public int OtherChildren { get; init; }

    /// <summary>The digest of what is shown here; an approval or refusal sends it back.</summary>
    public required string Digest { get; init; }

    /// <summary>Until when the assessments behind it are in date; for staff: the date tells of the child's answers (L-10, L-11, L-12).</summary>
    public required DateTimeOffset? AssessmentsValidUntil { get; init; }

    /// <summary>The findings that wait for a decision.</summary>
    public ImmutableArray<string> AwaitsDecision { get; init; } = [];

    /// <summary>The decisions made.</summary>
    public ImmutableArray<OverrideDecision> Overrides { get; init; } = [];

    /// <summary>Whether it is outside the working arrangements that the organisation has agreed on, so that both approvals are needed (G-17).</summary>
    public bool OutsideWorkingArrangements { get; init; }

    /// <summary>In what the child is not comfortable alone with adults, by the assessment (L-12); null when that is not said of the child, and for families.</summary>
    public string? NotComfortableAlone { get; init; }

    /// <summary>How many approvals are needed; null in phases without a round of approval.</summary>
    public Domain.Policies.Quorum? Quorum { get; init; }

    /// <summary>The approvals given.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>The attempts to reach a parent or carer; for staff.</summary>
    public ImmutableArray<ContactAttempt> Attempts { get; init; } = [];

    /// <summary>Who knows beforehand.</summary>
    public ImmutableArray<Told> Told { get; init; } = [];

    /// <summary>The session; null before it starts, and for families.</summary>
    public SessionView? Session { get; init; }

    /// <summary>What the worker has in view at the start; for the worker and the managers, until it is over.</summary>
    public Briefing? Briefing { get; init; }

    /// <summary>The worker's record; for the worker, the homes and the service manager.</summary>
    public CloseOut? CloseOut { get; init; }

    /// <summary>The worker's decline; for staff.</summary>
    public Decline? Decline { get; init; }

    /// <summary>How a decline was explained; for staff.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The open escalations; for staff.</summary>
    public ImmutableArray<Escalation> Escalations { get; init; } = [];

    /// <summary>The open escalations that nobody owns and that no message has told anybody of; for staff.</summary>
    public ImmutableArray<EscalationCause> Unheard { get; init; } = [];

    /// <summary>The time so far of these two, and of the child with anybody (L-28); for managers, where one arrangement is looked at.</summary>
    public Domain.Fairness.TimeSoFar? TimeSoFar { get; init; }

    /// <summary>When the review of an unplanned start is due; null when none is owed.</summary>
    public DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>The last day on which it must be kept; for heads.</summary>
    public DateOnly? RetainUntil { get; init; }
}

/// <summary>A session as staff may see it.</summary>
/// <param name="StartedAt">When the worker pressed start.</param>
/// <param name="ExpectedEnd">When it is expected to end, with all extensions.</param>
/// <param name="LastContact">When we last heard that all is well.</param>
/// <param name="ExtensionBarred">Why it can no longer be extended; null while it can.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
public sealed record SessionView(
    DateTimeOffset StartedAt,
    DateTimeOffset ExpectedEnd,
    DateTimeOffset LastContact,
    string? ExtensionBarred,
    DateTimeOffset? EndedAt
);
