using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Arrangements;

/// <summary>Who must hear of an event. A person barred for the child never does, nor does a message go out twice for one event.</summary>
public static class Correspondence
{
    /// <summary>The messages that an event of an arrangement gives rise to.</summary>
    /// <param name="before">The arrangement before the event; null before the first.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The arrangement after it.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The messages, each person once for each kind.</returns>
    public static ImmutableArray<Message> For(
        Arrangement? before,
        ArrangementEvent happened,
        Arrangement after,
        Facts facts,
        DateTimeOffset now
    ) => [.. Unfiltered(before, happened, after, facts, now).Distinct().Where(m => !facts.Child.IsBarred(m.To))];

    private static IEnumerable<Message> Unfiltered(
        Arrangement? before,
        ArrangementEvent happened,
        Arrangement after,
        Facts facts,
        DateTimeOffset now
    ) =>
        happened switch
        {
            ArrangementEvent.OverridesAsked => To(MessageKind.OverrideAsked, Deciders(after, facts, now)),
            ArrangementEvent.OverrideReminded => To(MessageKind.OverrideReminder, Deciders(after, facts, now)),
            ArrangementEvent.ApprovalAsked => To(MessageKind.ApprovalAsked, Askable(after, facts, now)),
            ArrangementEvent.ApprovalReminded or ArrangementEvent.ApprovalLinksReissued => To(
                MessageKind.ApprovalReminder,
                Askable(after, facts, now)
            ),
            ArrangementEvent.PlacingAuthorityAsked => To(MessageKind.ApprovalAsked, facts.Child.PlacingAuthority),
            // Whoever is said to have approved hears of it, so that they can say if they did not.
            ArrangementEvent.ApprovalGiven { Approval: { OnBehalf: not null, By.Person: var approver } } => To(
                MessageKind.ApprovalRecorded,
                [approver]
            ),
            ArrangementEvent.Approved when after.Plan.Standing is not null =>
            [
                .. To(MessageKind.Notice, after.Plan.Inform),
                .. To(MessageKind.AgreementInForce, after.Plan.Workers.Prepend(after.RequestedBy)),
            ],
            ArrangementEvent.AgreementReminded => To(MessageKind.AgreementReminder, after.Plan.Workers.Prepend(after.RequestedBy)),
            ArrangementEvent.CoveredByAgreement =>
            [
                .. To(MessageKind.SessionLink, [after.Plan.Worker]),
                .. To(MessageKind.Notice, after.Plan.Inform),
            ],
            ArrangementEvent.Approved =>
            [
                .. To(MessageKind.SessionLink, [after.Plan.Worker]),
                .. To(MessageKind.Notice, after.Plan.Inform),
                .. To(MessageKind.Approved, [after.RequestedBy]),
            ],
            ArrangementEvent.PlanChanged { MaterialFields.IsEmpty: false } e => To(MessageKind.ApprovalVoided, e.ApprovedBefore),
            ArrangementEvent.PlanChanged when after.Plan.Standing is not null && after.ApprovalRound is { IsMet: true } => To(
                MessageKind.Notice,
                after.Plan.Inform.Except(before!.Plan.Inform)
            ),
            ArrangementEvent.PlanChanged when after.Phase is Phase.Approved or Phase.Suspended => Adjusted(before!.Plan, after.Plan),
            ArrangementEvent.ApprovalsVoided e => To(MessageKind.ApprovalVoided, e.ApprovedBefore),
            ArrangementEvent.Refused e => To(MessageKind.Refused, [.. Requesters(after), .. Approved(before!)], e.By),
            ArrangementEvent.Expired when after.Phase is Phase.Expired { WasInForce: true } => To(
                MessageKind.AgreementEnded,
                after.Plan.Workers.Prepend(after.RequestedBy)
            ),
            ArrangementEvent.Expired => To(MessageKind.Expired, [.. Requesters(after), .. Approved(before!)]),
            ArrangementEvent.Withdrawn e => To(
                MessageKind.Withdrawn,
                [.. Requesters(after), .. Approved(before!), .. Knowing(after)],
                e.By
            ),
            // The worker as well: that mail brings the link for the explanation.
            ArrangementEvent.DeclinedByWorker => To(
                MessageKind.Declined,
                [.. Requesters(after), .. Present(Role.HomesManager, facts, now), .. Approved(before!), .. Knowing(after)]
            ),
            ArrangementEvent.Suspended => To(MessageKind.Suspended, [.. Requesters(after), .. Knowing(after)]),
            ArrangementEvent.Revived => To(MessageKind.Revived, [.. Requesters(after), .. Knowing(after)]),
            ArrangementEvent.EndedByReview => To(
                MessageKind.EndedByReview,
                [.. Requesters(after), .. Approved(before!), .. Knowing(after)]
            ),
            ArrangementEvent.WorkerAskedToStart => To(MessageKind.StartAsked, [after.Plan.Worker]),
            ArrangementEvent.CheckInAsked => To(MessageKind.CheckInAsked, [after.Plan.Worker]),
            ArrangementEvent.EndReminded => To(MessageKind.EndReminder, [after.Plan.Worker]),
            ArrangementEvent.BasisLapsedInSession => To(
                MessageKind.SessionOnLapsedBasis,
                [.. Present(Role.SeniorManager, facts, now), .. Present(Role.HomesManager, facts, now)],
                after.Plan.Worker
            ),
            ArrangementEvent.StartedUnplanned e =>
            [
                .. To(MessageKind.SessionLink, [after.Plan.Worker]),
                .. To(MessageKind.UnplannedStart, [e.ColleagueTold, .. Answering(facts, now)], after.Plan.Worker),
            ],
            ArrangementEvent.ClosedOut { Record.IsToBeRead: true } => To(MessageKind.RecordToRead, RecordReaders(facts, now)),
            ArrangementEvent.EscalationRaised e => e.Told.Select(p => new Message(MessageKind.Escalation, p, e.Cause, e.Step)),
            ArrangementEvent.EscalationPassedOn e => e.Told.Select(p => new Message(MessageKind.Escalation, p, e.Cause, e.Step)),
            ArrangementEvent.EscalationEnded e => before!
                .EscalationOf(e.Cause)!
                .Told.Where(p => p != e.By)
                .Select(p => new Message(MessageKind.EscalationEnded, p, e.Cause)),
            _ => [],
        };

    /// <summary>
    /// Who reads what a record of this worker has to say: the homes manager, or the service manager if the worker is one; when nobody of them is
    /// there, all of them who are listed. A concern is told of by itself, and to others.
    /// </summary>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people; never the worker, nor anybody barred for the child.</returns>
    public static ImmutableArray<PersonId> RecordReaders(Facts facts, DateTimeOffset now)
    {
        if (Authority.NominatedAdult(facts.Worker, facts.Child) is { } adult)
            return [adult];
        ImmutableArray<PersonId> homesManagers = facts.Worker.Has(Role.HomesManager)
            ? []
            : [.. Present(Role.HomesManager, facts, now).Where(MayHear)];
        if (!homesManagers.IsEmpty)
            return homesManagers;
        ImmutableArray<PersonId> serviceManagers = [.. Present(Role.ServiceManager, facts, now).Where(MayHear)];
        return serviceManagers.IsEmpty
            ? [.. Listed(Role.HomesManager, facts).Concat(Listed(Role.ServiceManager, facts)).Where(MayHear).Distinct()]
            : serviceManagers;

        bool MayHear(PersonId person) => person != facts.Worker.Id && !facts.Child.IsBarred(person);
    }

    // Who knows when it was to be must hear when it is now.
    private static IEnumerable<Message> Adjusted(Plan before, Plan after) =>
        before.Start == after.Start && before.Length == after.Length
            ? To(MessageKind.Notice, after.Inform.Except(before.Inform))
            : [.. To(MessageKind.SessionLink, [after.Worker]), .. To(MessageKind.Notice, after.Inform)];

    private static IEnumerable<Message> To(MessageKind kind, IEnumerable<PersonId> people, PersonId? except = null) =>
        people.Where(p => p != except).Select(p => new Message(kind, p));

    private static IEnumerable<PersonId> Deciders(Arrangement state, Facts facts, DateTimeOffset now) =>
        Present(Role.HomesManager, facts, now)
            .Concat(Present(Role.ServiceManager, facts, now))
            .Where(p => p != state.RequestedBy && !state.Plan.Workers.Contains(p));

    private static ImmutableArray<PersonId> Askable(Arrangement state, Facts facts, DateTimeOffset now) =>
        Approvers.ToAsk(facts.Child, facts.Home, facts.Worker, state.ApprovalRound!, facts.Policy, now);

    private static IEnumerable<PersonId> Answering(Facts facts, DateTimeOffset now) =>
        Authority.NominatedAdult(facts.Worker, facts.Child) is { } adult ? [adult] : Present(Role.HomesManager, facts, now);

    private static IEnumerable<PersonId> Present(Role role, Facts facts, DateTimeOffset now) =>
        facts.Home.OnCall.Present(role, now).Select(p => p.Person);

    private static IEnumerable<PersonId> Listed(Role role, Facts facts) =>
        facts.Home.OnCall.Levels.Where(level => level.Role == role).SelectMany(level => level.People).Select(p => p.Person);

    private static IEnumerable<PersonId> Requesters(Arrangement state) => [state.RequestedBy, state.Plan.Worker];

    private static ImmutableArray<PersonId> Approved(Arrangement state) => RegisterChanges.ApprovedBefore(state);

    private static IEnumerable<PersonId> Knowing(Arrangement state) => state.Told.Select(t => t.Person);
}
