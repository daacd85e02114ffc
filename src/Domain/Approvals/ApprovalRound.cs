using System.Collections.Immutable;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Approvals;

/// <summary>In what capacity somebody approves (G-04).</summary>
public enum Capacity
{
    /// <summary>A senior manager.</summary>
    SeniorManager,

    /// <summary>The homes manager.</summary>
    HomesManager,

    /// <summary>The service manager.</summary>
    ServiceManager,

    /// <summary>The responsible adult nominated by a worker outside any organisation (G-06).</summary>
    NominatedAdult,

    /// <summary>Somebody with parental responsibility, or to whom it is delegated.</summary>
    ParentOrCarer,

    /// <summary>The placing authority, in place of a barred or silent parent.</summary>
    PlacingAuthority,
}

/// <summary>The two seats of a dual approval.</summary>
public enum Seat
{
    /// <summary>The organisation's.</summary>
    Manager,

    /// <summary>The family's, or that of the authority that stands in for it.</summary>
    Family,
}

/// <summary>Somebody who may approve, and in what capacity.</summary>
/// <param name="Person">Who.</param>
/// <param name="Capacity">As what.</param>
public sealed record Approver(PersonId Person, Capacity Capacity)
{
    /// <summary>The seat that this approval fills.</summary>
    public Seat Seat => Capacity is Capacity.ParentOrCarer or Capacity.PlacingAuthority ? Seat.Family : Seat.Manager;
}

/// <summary>How an approval reached us when the approver did not press the button (open point 2a).</summary>
public enum Means
{
    /// <summary>On the telephone.</summary>
    Phone,

    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>On signed paper.</summary>
    SignedPaper,
}

/// <summary>That somebody else wrote the approval down.</summary>
/// <param name="RecordedBy">Who wrote it down: never the requester, the worker or the other approver.</param>
/// <param name="Means">How it was given.</param>
/// <param name="Note">What was said.</param>
public sealed record OnBehalf(PersonId RecordedBy, Means Means, string Note);

/// <summary>One approval, bound to what was shown (L-05).</summary>
/// <param name="By">Who approved.</param>
/// <param name="At">When we recorded it.</param>
/// <param name="Digest">The digest of what was shown.</param>
/// <param name="OnBehalf">Who recorded it for them; null when they did it themselves.</param>
/// <param name="ReasonClear">That the reason is clear to them (L-02); null in approvals from before this was asked.</param>
public sealed record Approval(Approver By, DateTimeOffset At, string Digest, OnBehalf? OnBehalf = null, bool? ReasonClear = null);

/// <summary>The round of a standing agreement that an occasion rests on; each of its approvals is bound to this digest.</summary>
/// <param name="Agreement">Which agreement.</param>
/// <param name="Number">Its round.</param>
/// <param name="Digest">The digest of what was shown.</param>
public sealed record AgreedRound(ArrangementId Agreement, int Number, string Digest);

/// <summary>One attempt to reach a parent or carer about this approval.</summary>
/// <param name="Person">Whom.</param>
/// <param name="At">When.</param>
/// <param name="How">In words, such as "mail" or "phoned, no answer".</param>
public sealed record ContactAttempt(PersonId Person, DateTimeOffset At, string How);

/// <summary>One round of approval of one digest. It knows nothing of what its subject is.</summary>
public sealed record ApprovalRound
{
    /// <summary>1 for the first round; a material change opens the next.</summary>
    public required int Number { get; init; }

    /// <summary>The digest of what approvers are shown.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether both seats must be filled or either will do.</summary>
    public required Quorum Quorum { get; init; }

    /// <summary>Who can never approve: the requester and the worker (G-04).</summary>
    public required ImmutableArray<PersonId> Excluded { get; init; }

    /// <summary>When this round opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the round fails closed.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>When the links in the mails of this round were last issued.</summary>
    public required DateTimeOffset LinksIssuedAt { get; init; }

    /// <summary>Whether those who have not answered were reminded since.</summary>
    public bool Reminded { get; init; }

    /// <summary>Whether the placing authority was asked in place of the parents.</summary>
    public bool PlacingAuthorityAsked { get; init; }

    /// <summary>The approvals given.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>The attempts to reach a parent or carer.</summary>
    public ImmutableArray<ContactAttempt> Attempts { get; init; } = [];

    /// <summary>The round of the standing agreement whose approvals these are; null when they were given to this plan itself.</summary>
    public AgreedRound? Under { get; init; }

    /// <summary>Whether the quorum is there: by two different people when it is dual.</summary>
    public bool IsMet =>
        Quorum == Quorum.Any
            ? !Approvals.IsEmpty
            : Approvals.Any(a => a.By.Seat == Seat.Manager && Approvals.Any(b => b.By.Seat == Seat.Family && b.By.Person != a.By.Person));

    /// <summary>Whether this person has approved.</summary>
    /// <param name="person">Who.</param>
    /// <returns>Whether an approval of theirs stands in this round.</returns>
    public bool HasApprovalOf(PersonId person) => Approvals.Any(a => a.By.Person == person);

    /// <summary>Whether this seat still waits for an approval.</summary>
    /// <param name="seat">The seat.</param>
    /// <returns>True when nobody has approved for it and the quorum still needs it.</returns>
    public bool Waits(Seat seat) => !IsMet && !Approvals.Any(a => a.By.Seat == seat);

    /// <summary>When the links of this round stop working.</summary>
    /// <param name="policy">The policy whose link life holds.</param>
    /// <returns>The link life after they were issued, never past the deadline.</returns>
    public DateTimeOffset LinksExpire(Policy policy) => Earlier(LinksIssuedAt + policy.ApprovalLinkLife, Deadline);

    /// <summary>When those who have not answered are reminded: at the policy's share of the time left.</summary>
    /// <param name="policy">The policy whose link life holds.</param>
    /// <returns>The moment.</returns>
    public DateTimeOffset RemindAt(Policy policy) =>
        LinksIssuedAt + ((LinksExpire(policy) - LinksIssuedAt) * policy.ApprovalReminderPercent / 100);

    /// <summary>When those who were tried will all count as silent, so that the placing authority may answer instead (open point 2a).</summary>
    /// <param name="policy">The policy: how many attempts over how long.</param>
    /// <returns>The moment; null while it can't be told, when nobody is waited for, or once somebody was tried at or after it.</returns>
    public DateTimeOffset? SilentFrom(Policy policy)
    {
        if (Attempts.Length < policy.ParentAttempts || !Waits(Seat.Family))
            return null;
        var from = DateTimeOffset.MinValue;
        foreach (var attempt in Attempts)
        {
            if (AttemptsOn(attempt.Person, out var first) < policy.ParentAttempts)
                return null;
            from = first + policy.ParentAttemptsOver > from ? first + policy.ParentAttemptsOver : from;
        }
        return Attempts[^1].At < from ? from : null;
    }

    private int AttemptsOn(PersonId person, out DateTimeOffset first)
    {
        var count = 0;
        first = DateTimeOffset.MaxValue;
        foreach (var attempt in Attempts)
            if (attempt.Person == person)
            {
                count++;
                first = attempt.At < first ? attempt.At : first;
            }
        return count;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
