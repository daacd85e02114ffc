using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Approvals;

/// <summary>The attempts to reach the parents that a mail of ours makes by itself.</summary>
internal static class ApprovalAttempts
{
    /// <summary>How such an attempt was made; nobody else's attempt is called so.</summary>
    public const string Mail = "mail";

    public static ImmutableArray<ContactAttempt> ByMail(ApprovalRound round, Facts facts, DateTimeOffset now) =>
        round.Waits(Seat.Family)
            ?
            [
                .. facts
                    .Child.Responsible.Select(r => r.Person)
                    .Where(p => !facts.Child.IsBarred(p) && !round.Excluded.Contains(p))
                    .Select(p => new ContactAttempt(p, now, Mail)),
            ]
            : [];

    /// <summary>A mail that did not arrive was no attempt.</summary>
    public static ImmutableArray<ArrangementEvent> FailedMail(Arrangement state, PersonId person, DateTimeOffset? askedAt) =>
        state.Phase is Phase.AwaitingApproval { Round: var round }
        && round.Attempts.FirstOrDefault(a => a.Person == person && a.At == askedAt && a.How == Mail) is { } attempt
            ? [new ArrangementEvent.AttemptFailed(attempt)]
            : [];
}
