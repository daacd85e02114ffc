using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>The content versions of the assessments that an arrangement was judged under, and how long all of them are in date.</summary>
/// <param name="Versions">Each assessment's key and content version.</param>
/// <param name="ValidUntil">The earliest review date among them.</param>
public sealed record Basis(ImmutableArray<BasisVersion> Versions, DateTimeOffset ValidUntil);

/// <summary>One assessment as it was when judged.</summary>
/// <param name="Assessment">Its key.</param>
/// <param name="ContentVersion">Its content version.</param>
public sealed record BasisVersion(AssessmentKey Assessment, int ContentVersion);

/// <summary>How somebody came to know beforehand (G-20).</summary>
public enum ToldBy
{
    /// <summary>They opened the notice behind its code.</summary>
    Notice,

    /// <summary>Face to face, and confirmed.</summary>
    InPerson,

    /// <summary>On the telephone, and confirmed.</summary>
    Phone,
}

/// <summary>That somebody knows beforehand. A delivered mail alone is not proof.</summary>
/// <param name="Person">Who knows.</param>
/// <param name="How">How they came to know.</param>
/// <param name="At">When.</param>
/// <param name="Digest">The digest of what they were told.</param>
public sealed record Told(PersonId Person, ToldBy How, DateTimeOffset At, string Digest);

/// <summary>A manager's review that an unplanned start owes (G-20).</summary>
/// <param name="DueAt">When it is due.</param>
public sealed record OwedReview(DateTimeOffset DueAt);

/// <summary>One arrangement: one occasion of one-to-one time, as it stands now.</summary>
public sealed record Arrangement
{
    /// <summary>Its id.</summary>
    public required ArrangementId Id { get; init; }

    /// <summary>The home whose people answer for it.</summary>
    public required HomeId Home { get; init; }

    /// <summary>Who asked for it.</summary>
    public required PersonId RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>All who ever changed it so much that it had to be judged again. Like the requester, they can't approve it.</summary>
    public ImmutableArray<PersonId> Replanners { get; init; } = [];

    /// <summary>The policy version that it is judged under for its whole life (G-01).</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The plan as it stands now.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The plan as it was when the present round of judgement began; material changes are measured against it.</summary>
    public required Plan JudgedPlan { get; init; }

    /// <summary>The assessments it rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The round of judgement: 1, and one more after each material change. Links of older rounds are dead.</summary>
    public required int Round { get; init; }

    /// <summary>Changes when what a person decides on changes; the client's ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>The phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The decisions on overrides in this round.</summary>
    public ImmutableArray<OverrideDecision> Overrides { get; init; } = [];

    /// <summary>The escalations that wait for an outcome.</summary>
    public ImmutableArray<Escalation> Escalations { get; init; } = [];

    /// <summary>Who knows beforehand.</summary>
    public ImmutableArray<Told> Told { get; init; } = [];

    /// <summary>The review that an unplanned start owes; null when none is owed.</summary>
    public OwedReview? OwedReview { get; init; }

    /// <summary>Whether nothing can happen to it any more: it has ended, no escalation is open and no review is owed.</summary>
    public bool IsFinal => Phase is Phase.End && Escalations.IsEmpty && OwedReview is null;

    /// <summary>The round of approval, in the phases that have one.</summary>
    public ApprovalRound? ApprovalRound =>
        Phase switch
        {
            Phase.AwaitingApproval p => p.Round,
            Phase.Approved p => p.Round,
            Phase.InForce p => p.Round,
            Phase.Suspended p => p.Round,
            _ => null,
        };

    /// <summary>Whether a homes or service manager allowed this departure from the guidance.</summary>
    /// <param name="findingId">Which, such as <c>L-15</c>.</param>
    /// <returns>Whether they did, in this round.</returns>
    public bool Allows(string findingId) => Overrides.Any(o => o.Allowed && o.FindingId == findingId);

    /// <summary>Who can neither decide on it nor approve it: those whose plan it is, and the worker (G-04, L-06).</summary>
    public ImmutableArray<PersonId> Excluded => [.. Replanners.Concat(Plan.Workers).Prepend(RequestedBy).Distinct()];

    /// <summary>Whether the child may be with the worker although nobody pressed start: from then on nothing ends it unseen.</summary>
    /// <param name="now">This moment.</param>
    /// <returns>True from the planned start of an approved arrangement on.</returns>
    public bool MayBeUnderWay(DateTimeOffset now) =>
        Plan.Standing is null && Phase is Phase.Approved or Phase.Suspended && now >= Plan.Start;

    /// <summary>By when it must be decided: by its planned start. An agreement that has begun, and is asked about anew, has as long as a link lives.</summary>
    /// <param name="asked">Since when it waits.</param>
    /// <param name="policy">The policy it is judged under.</param>
    /// <returns>The moment.</returns>
    public DateTimeOffset DecideBy(DateTimeOffset asked, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (Plan.Standing is not { } terms || asked < Plan.Start)
            return Plan.Start;
        return asked + policy.ApprovalLinkLife < terms.ValidUntil ? asked + policy.ApprovalLinkLife : terms.ValidUntil;
    }

    /// <summary>The open escalation of this cause, if there is one.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The escalation or null.</returns>
    public Escalation? EscalationOf(EscalationCause cause)
    {
        foreach (var escalation in Escalations)
            if (escalation.Cause == cause)
                return escalation;
        return null;
    }
}
