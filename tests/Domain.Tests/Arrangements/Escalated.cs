using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>Stories in which something has been escalated, and what time makes of them.</summary>
internal static class Escalated
{
    /// <summary>A story in which an escalation of this cause was just raised and no other one is open.</summary>
    public static Story Raised(EscalationCause cause, Func<Facts, Facts>? registers = null)
    {
        registers ??= f => f;
        return cause switch
        {
            EscalationCause.NotStarted => Noticed.At(Start.AddMinutes(30)).With(registers).WhenTheClockLooks().ThenAccepted(),
            EscalationCause.Overdue => Overdue(Started.With(registers)),
            EscalationCause.MissedCheckIn => Started
                .When(HomesManager, new ArrangementCommand.Extend(Minutes(60)))
                .ThenAccepted()
                .With(registers)
                .At(Start.AddMinutes(65))
                .WhenTheClockLooks()
                .ThenAccepted(),
            EscalationCause.HelpNow => Started.With(registers).When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted(),
            EscalationCause.Distress => Started.With(registers).When(Worker, new ArrangementCommand.ReportDistress("x")).ThenAccepted(),
            EscalationCause.WorkerBarred => Started.With(registers).With(f => f.Barring(Worker)).WhenTheClockLooks().ThenAccepted(),
            EscalationCause.UndeliverableMail => Finished
                .With(registers)
                .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
                .ThenAccepted(),
            EscalationCause.CloseOutLate => Finished.With(registers).WhenItWakes().ThenAccepted(),
            EscalationCause.ExplanationLate => Approved
                .When(Worker, new ArrangementCommand.DeclineByWorker("not comfortable"))
                .ThenAccepted()
                .With(registers)
                .WhenItWakes()
                .ThenAccepted(),
            EscalationCause.UnplannedReviewLate => Unplanned
                .When(Worker, new ArrangementCommand.Finish())
                .ThenAccepted()
                .When(Worker, new ArrangementCommand.RecordCloseOut(GoodRecord))
                .ThenAccepted()
                .With(registers)
                .WhenItWakes()
                .ThenAccepted(),
            _ => throw new ArgumentOutOfRangeException(nameof(cause)),
        };
    }

    // The worker has just checked in, so that only the end is overdue.
    public static Story Overdue(Story started) =>
        started
            .At(Start.AddMinutes(55))
            .WhenTheClockLooks()
            .ThenAccepted()
            .When(Worker, new ArrangementCommand.CheckIn())
            .ThenAccepted()
            .At(Start.AddMinutes(65))
            .WhenTheClockLooks()
            .ThenAccepted();

    public static EscalationOutcome Answering(EscalationCause cause) => EscalationChain.Outcomes(cause).FirstOrDefault();

    /// <summary>Time goes on, and nobody does anything, until this escalation is passed on or raised again.</summary>
    public static Story.Result Woken(Story story, EscalationCause cause)
    {
        for (var i = 0; i < 50; i++)
        {
            var woken = story.WhenItWakes();
            if (
                woken.Events.Any(e =>
                    e is ArrangementEvent.EscalationPassedOn p && p.Cause == cause
                    || e is ArrangementEvent.EscalationRaised r && r.Cause == cause
                )
            )
                return woken with
                {
                    Events = [.. woken.Events.Where(e => e is not ArrangementEvent.EscalationPassedOn p || p.Cause == cause)],
                };
            story = woken.ThenAccepted();
        }
        throw new InvalidOperationException($"{cause} fell silent.");
    }

    public static Story.Result Woken(Story story, string happens)
    {
        while (true)
        {
            var woken = story.WhenItWakes();
            if (woken.Events.Any(e => e.GetType().Name == happens))
                return woken;
            story = woken.ThenAccepted();
        }
    }

    public static OnCallList Without(OnCallList list, Role[] roles) =>
        new([.. list.Levels.Select(l => roles.Contains(l.Role) ? l with { People = [] } : l)]);
}
