using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>What the delivery says of mails that reached nobody.</summary>
internal static class Unreached
{
    public static Decision Unreachable(Arrangement state, ArrangementCommand.ReportUnreachable command, Facts facts, DateTimeOffset now) =>
        state.EscalationOf(command.Cause) is { Owner: null } open
        && open.Step == command.Step
        && command.Step < EscalationChain.Levels(command.Cause).Length
            ? Answer.Yes(Escalating.Next(open.Cause, open.Step, PassedOnBecause.Unreachable, null, facts, now).AsSpan())
            : Answer.Already;

    public static Decision Undeliverable(
        Arrangement state,
        ArrangementCommand.ReportUndeliverable command,
        Facts facts,
        DateTimeOffset now
    ) =>
        state.IsFinal
            ? Answer.Already
            : Answer.Yes([
                .. ApprovalAttempts.FailedMail(state, command.Person, command.AskedAt),
                .. command.OnlyRepeats
                    ? ImmutableArray<ArrangementEvent>.Empty
                    : [new ArrangementEvent.MailUndeliverable(command.Person), .. RaiseUndeliverable(state, command.Person, facts, now)],
            ]);

    // Who wrote down an approval is not the one who learns alone that its approver can't be asked about it.
    private static ImmutableArray<ArrangementEvent> RaiseUndeliverable(Arrangement state, PersonId person, Facts facts, DateTimeOffset now)
    {
        var recorder = RegisterChanges
            .RoundOf(state)
            ?.Approvals.Select(a => a.By.Person == person ? a.OnBehalf?.RecordedBy : null)
            .FirstOrDefault(by => by is not null);
        return state.EscalationOf(EscalationCause.UndeliverableMail) is not { } open
                ? Escalating.Raise(EscalationCause.UndeliverableMail, facts, now, recorder)
            : recorder is not null && open.Told.All(p => p == recorder)
                ? Escalating.Next(open.Cause, open.Step, PassedOnBecause.AskedAgain, open.Owner?.Person, facts, now, except: recorder)
            : [];
    }
}
