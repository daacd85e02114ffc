using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.People;

namespace OneToOne.Service.Inspection.Why;

/// <summary>Why an arrangement was allowed (L-05): each judgement, each decision with what was shown, and the start.</summary>
/// <param name="Arrangement">The arrangement.</param>
/// <param name="Home">The home that answers for it.</param>
/// <param name="NowIn">Where it is in its life now.</param>
/// <param name="PolicyVersion">The policy version that it is judged under for its whole life.</param>
/// <param name="Judgements">Each time that the rules judged it, oldest first.</param>
/// <param name="Decisions">Each decision of a person, oldest first.</param>
/// <param name="Agreement">The standing agreement that covered it; null when none did.</param>
/// <param name="Start">How it began; null while it has not.</param>
public sealed record WhyAllowed(
    ArrangementId Arrangement,
    HomeId Home,
    string NowIn,
    int PolicyVersion,
    ImmutableArray<JudgementThen> Judgements,
    ImmutableArray<DecisionThen> Decisions,
    AgreementThen? Agreement,
    StartThen? Start
);

/// <summary>
/// One judgement by the rules, made again with the registers as they were. The rules are those of this program: one that is younger than the
/// judgement says so.
/// </summary>
/// <param name="Of">What was judged: <c>requested</c>, <c>planChanged</c>, <c>started</c> or <c>startedUnplanned</c>.</param>
/// <param name="Entry">The entry of the history.</param>
/// <param name="At">When.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Versions">The versions that were looked at.</param>
/// <param name="Missing">What of that can't be had any more; when anything is, there are no answers, rather than guesses.</param>
/// <param name="Rules">What each rule answered, also those that found nothing.</param>
public sealed record JudgementThen(
    string Of,
    int Entry,
    DateTimeOffset At,
    PersonId? By,
    ImmutableSortedDictionary<string, int> Versions,
    ImmutableArray<string> Missing,
    ImmutableArray<RuleThen> Rules
);

/// <summary>What one rule answered.</summary>
/// <param name="Id">Its duty, such as <c>G-16</c>, or a name of our own.</param>
/// <param name="Section">The document and section that the duty comes from; null for a rule of our own.</param>
/// <param name="Asks">What the rule asks, in one plain sentence.</param>
/// <param name="Met">Whether nothing stood against it; null when it can't be said any more, though it was accepted.</param>
/// <param name="Finding">What stood against it; null when nothing did.</param>
/// <param name="Younger">Whether it would refuse today what was accepted then, and so was not yet a rule, or was read otherwise.</param>
public sealed record RuleThen(string Id, string? Section, string? Asks, bool? Met, Finding? Finding, bool Younger);

/// <summary>One decision of a person.</summary>
public sealed record DecisionThen
{
    /// <summary>The entry of the history.</summary>
    public required int Entry { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who decided.</summary>
    public required PersonId By { get; init; }

    /// <summary>The management role that they acted with; null when they had none, or nobody can say any more.</summary>
    public Role? As { get; init; }

    /// <summary>Their decision on a departure; null for an approval.</summary>
    public OverrideDecision? Departure { get; init; }

    /// <summary>Their approval, in which capacity, and who wrote it down; null for a departure.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The versions of the registers that were looked at.</summary>
    public required ImmutableSortedDictionary<string, int> Versions { get; init; }

    /// <summary>What they were shown; null when it was lawfully disposed of.</summary>
    public ShownThen? Shown { get; init; }
}

/// <summary>What somebody was shown when they decided: the arrangement as its history has it up to the decision.</summary>
/// <param name="Digest">The digest of it, reckoned again now.</param>
/// <param name="DigestMatches">Whether that is the digest that the approval is bound to; null for a decision that is bound to none.</param>
/// <param name="Round">The round of judgement.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Departures">The departures decided so far.</param>
/// <param name="Basis">The content versions of the assessments.</param>
/// <param name="Told">Who knew beforehand by then.</param>
public sealed record ShownThen(
    string Digest,
    bool? DigestMatches,
    int Round,
    Plan Plan,
    ImmutableArray<OverrideDecision> Departures,
    Basis Basis,
    ImmutableArray<Told> Told
);

/// <summary>The standing agreement that an occasion was planned under: its approvals and departures count for the occasion.</summary>
/// <param name="At">When the occasion was found to lie within it.</param>
/// <param name="Round">The agreement, its round, and the digest that its approvals are bound to.</param>
/// <param name="DigestMatches">Whether the agreement as it was then, lived again, has that digest; null when it can't be had any more.</param>
/// <param name="Approvals">Its approvals.</param>
/// <param name="Departures">The departures that were decided for it.</param>
public sealed record AgreementThen(
    DateTimeOffset At,
    AgreedRound Round,
    bool? DigestMatches,
    ImmutableArray<Approval> Approvals,
    ImmutableArray<OverrideDecision> Departures
);

/// <summary>How a session began.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who pressed start.</param>
/// <param name="Answers">What they answered; null for a start that was not planned.</param>
/// <param name="ColleagueTold">The colleague told at once; null for a planned start.</param>
/// <param name="Told">Who knew beforehand.</param>
public sealed record StartThen(DateTimeOffset At, PersonId? By, StartAnswers? Answers, PersonId? ColleagueTold, ImmutableArray<Told> Told);
