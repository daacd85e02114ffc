using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>What happens to an arrangement by itself.</summary>
internal enum ClockKind
{
    OverrideReminder,
    Expiry,
    ApprovalReminder,
    ApprovalLinksReissue,
    AssessmentLapse,
    AgreementReminder,
    AskWorkerToStart,
    AskToCheckIn,
    RemindOfEnd,
    Raise,
    PassOn,
}

/// <summary>The next thing that happens by itself, and when.</summary>
internal readonly record struct Clock(DateTimeOffset DueAt, ClockKind Kind, EscalationCause Cause = default)
{
    /// <summary>
    /// The earliest clock of an arrangement; null when nothing happens by itself any more. This is the only list of clocks:
    /// <see cref="ArrangementClock.WakeAt"/> and <see cref="ArrangementClock.Advance"/> both read it.
    /// </summary>
    public static Clock? First(Arrangement state, Policy policy)
    {
        Clock? first = null;
        switch (state.Phase)
        {
            case Phase.AwaitingOverride p:
                var decideBy = state.DecideBy(p.Since, policy);
                if (!p.Reminded)
                    Note(p.Since + ((decideBy - p.Since) * policy.ApprovalReminderPercent / 100), ClockKind.OverrideReminder);
                Note(decideBy, ClockKind.Expiry);
                break;
            case Phase.AwaitingApproval { Round: var round }:
                if (!round.Reminded)
                    Note(round.RemindAt(policy), ClockKind.ApprovalReminder);
                if (round.LinksExpire(policy) < round.Deadline)
                    Note(round.LinksExpire(policy), ClockKind.ApprovalLinksReissue);
                Note(round.Deadline, ClockKind.Expiry);
                if (!round.PlacingAuthorityAsked && round.SilentFrom(policy) is { } silent)
                    Note(silent, ClockKind.ApprovalReminder);
                break;
            case Phase.Approved p:
                if (state.EscalationOf(EscalationCause.NotStarted) is null)
                    Note(state.Basis.ValidUntil, ClockKind.AssessmentLapse);
                StartWindow(p.WorkerAsked);
                break;
            // The end first: at the moment of both it ends.
            case Phase.InForce p when state.Plan.Standing is { } terms:
                Note(terms.ValidUntil, ClockKind.Expiry);
                Note(state.Basis.ValidUntil, ClockKind.AssessmentLapse);
                if (!p.Reminded && EndReminder(terms, policy) is var remindAt && remindAt > p.Round.OpenedAt)
                    Note(remindAt, ClockKind.AgreementReminder);
                break;
            case Phase.Suspended when state.Plan.Standing is { } terms:
                Note(terms.ValidUntil, ClockKind.Expiry);
                break;
            case Phase.Suspended p:
                StartWindow(p.WorkerAsked);
                break;
            case Phase.Active { Session: var session }:
                var checkIn = session.LastContact + Shorter(state.Plan.CheckInEvery, policy.CheckInInterval);
                if (!session.CheckInAsked)
                    Note(checkIn, ClockKind.AskToCheckIn);
                NoteRaise(checkIn + policy.CheckInGrace, EscalationCause.MissedCheckIn);
                if (!session.EndReminded)
                    Note(session.ExpectedEnd - policy.EndReminder, ClockKind.RemindOfEnd);
                NoteRaise(session.ExpectedEnd + policy.EndGrace, EscalationCause.Overdue);
                if (session.ExtensionBarred is null)
                    Note(state.Basis.ValidUntil, ClockKind.AssessmentLapse);
                break;
            case Phase.AwaitingCloseOut p:
                NoteRaise(p.Session.EndedAt!.Value + policy.CloseOutDue, EscalationCause.CloseOutLate);
                break;
            case Phase.AwaitingExplanation p:
                NoteRaise(p.Decline.At + policy.ExplanationDue, EscalationCause.ExplanationLate);
                break;
        }
        if (state.OwedReview is { } review)
            NoteRaise(review.DueAt, EscalationCause.UnplannedReviewLate);
        foreach (var escalation in state.Escalations)
            Note(EscalationChain.DueAt(escalation, policy), ClockKind.PassOn, escalation.Cause);
        return first;

        static DateTimeOffset EndReminder(StandingTerms terms, Policy policy) =>
            terms.ValidUntil - TimeSpan.FromDays(policy.ReviewReminders.Max());

        static TimeSpan Shorter(TimeSpan? planned, TimeSpan policy) => planned < policy ? planned.Value : policy;

        void StartWindow(bool workerAsked)
        {
            if (!workerAsked)
                Note(state.Plan.Start + policy.StartAsked, ClockKind.AskWorkerToStart);
            NoteRaise(state.Plan.Start + policy.StartLate, EscalationCause.NotStarted);
        }

        void NoteRaise(DateTimeOffset dueAt, EscalationCause cause)
        {
            if (state.EscalationOf(cause) is null)
                Note(dueAt, ClockKind.Raise, cause);
        }

        void Note(DateTimeOffset dueAt, ClockKind kind, EscalationCause cause = default)
        {
            if (first is not { } earlier || dueAt < earlier.DueAt)
                first = new(dueAt, kind, cause);
        }
    }
}
