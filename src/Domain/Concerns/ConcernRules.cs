using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;

namespace OneToOne.Domain.Concerns;

/// <summary>When something is a concern, and how one begins.</summary>
public static class ConcernRules
{
    /// <summary>The duties of which a refusal is a concern.</summary>
    /// <param name="findings">Why a request was refused.</param>
    /// <returns>Their ids; empty when the refusal is no concern.</returns>
    public static ImmutableArray<string> DutiesIn(ImmutableArray<Finding> findings) =>
        [.. findings.Select(f => f.Id).Where(id => id is "L-19" or "L-20").Distinct()];

    /// <summary>What kind of concern an event of an arrangement is.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The kind, what was said, and whom it is about where that is not the worker; null when it is none.</returns>
    public static (ConcernKind Kind, string? Duty, string What, PersonId? About)? In(ArrangementEvent happened) =>
        happened switch
        {
            ArrangementEvent.DistressReported e => (ConcernKind.Distress, "G-23", e.What, null),
            ArrangementEvent.ConcernRaised e => (OfDuty(e.DutyId), e.DutyId, e.What, null),
            ArrangementEvent.Refused { Denied: { } recorder } e => (ConcernKind.ApprovalDenied, "G-04", e.Reason, recorder),
            _ => null,
        };

    /// <summary>
    /// Begins a concern: whom it is told to first, and by when it is decided on. Its clocks count from when it was raised: one that is opened late
    /// goes to the next level as well when its time to be acknowledged has gone by.
    /// </summary>
    /// <param name="begun">What it is, with nobody told yet.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The concern.</returns>
    public static Concern Raise(Concern begun, ConcernFacts facts, DateTimeOffset now)
    {
        // Distress is told and acknowledged where it was reported, and escalated there until it is.
        var isSeenTo = begun is { Kind: ConcernKind.Distress, Source: not null };
        // The other approval of what was denied is often the homes manager's own.
        var first = begun.Kind == ConcernKind.ApprovalDenied ? ConcernChain.Last : 0;
        var (level, people) = ConcernChain.From(first, begun, facts, now);
        return begun with
        {
            Told = isSeenTo ? [] : people,
            Level = level,
            AskedSince = isSeenTo ? null : begun.RaisedAt,
            ReferBy = WorkingDays.After(
                begun.RaisedAt,
                facts.Policy.ConcernWithinWorkingDays,
                facts.Policy.BankHolidays ?? WorkingDays.EnglandAndWales,
                facts.Home.TimeZone
            ),
        };
    }

    /// <summary>Who is told of what happened to a concern.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The messages.</returns>
    public static ImmutableArray<Message> MessagesFor(ConcernEvent happened) =>
        happened switch
        {
            ConcernEvent.Raised e => To(MessageKind.ConcernRaised, e.Concern.Told),
            ConcernEvent.PassedOn e => To(MessageKind.ConcernRaised, e.Told),
            ConcernEvent.ReferralReminded e => To(MessageKind.ConcernReminder, e.Told),
            ConcernEvent.ReferralOverdue e => To(MessageKind.ConcernOverdue, e.Told),
            ConcernEvent.ReferralDecided e => To(MessageKind.ConcernNotReferred, e.Told ?? []),
            ConcernEvent.OutcomeReminded e => To(MessageKind.ConcernOutcomeReminder, e.Told),
            _ => [],
        };

    private static ImmutableArray<Message> To(MessageKind kind, ImmutableArray<PersonId> people) =>
        [.. people.Select(p => new Message(kind, p))];

    private static ConcernKind OfDuty(string duty) =>
        duty switch
        {
            "L-19" => ConcernKind.DoorNotKept,
            "L-20" => ConcernKind.SexualFeelings,
            "G-17" => ConcernKind.UnapprovedMeeting,
            _ => ConcernKind.Other,
        };
}
