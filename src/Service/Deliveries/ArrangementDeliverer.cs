using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Delivers what arrangements have to say, with the links that belong to it.</summary>
public sealed class ArrangementDeliverer(
    Ledger ledger,
    RegisterReader registers,
    Postman postman,
    LinkStore links,
    LinkUrls urls,
    TimeProvider clock,
    ILogger<ArrangementDeliverer> log
) : Deliverer<Arrangement, ArrangementEvent>(ArrangementRecords.Kind, ledger, registers, postman, clock, log)
{
    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Arrangement> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    )
    {
        var state = record.State;
        if (IsPointless(state, message) || IsOvertaken(record, message))
            return null;
        var policy = await Registers.PolicyAsync(state.PolicyVersion, ct);
        var partition = ArrangementRecords.Kind.PartitionOf(state.Id.Value);
        var wanted = ArrangementLinks.For(state, message, policy, Clock.GetUtcNow());
        var (link, code, keep) = await links.WantAsync(partition, wanted, kept.GetValueOrDefault(wanted.Id), ct);
        var home = await Registers.HomeAsync(state.Home, ct);
        var letter = new Letter(
            message.Kind,
            urls.For(link, partition, link.Purpose is LinkPurpose.Approve ? ArrangementLinks.MayRefuseUntil(state.Plan) : null),
            code.Shown,
            link.ExpiresAt,
            message.Cause,
            message is { Cause: { } cause, Step: { } step } ? EscalationChain.Level(cause, step) : null,
            home?.TimeZone ?? "Etc/UTC",
            link.Purpose,
            IsAgreement: state.Plan.Standing is not null
        );
        return (message.Cause is { } about && state.EscalationOf(about) is { } open ? WithClocks(letter, open, policy) : letter, keep);
    }

    private static Letter WithClocks(Letter letter, Escalation open, Policy policy) =>
        letter with
        {
            NextLevel = EscalationChain.DueAt(open with { Owner = null }, policy) - open.StepSince,
            OwnerClock = EscalationChain.DueAt(open with { Owner = new(default, open.StepSince) }, policy) - open.StepSince,
        };

    /// <inheritdoc/>
    protected override async ValueTask<Func<Arrangement, DateTimeOffset?>> WakeAtAsync(Arrangement state, CancellationToken ct)
    {
        var policy = await Registers.PolicyAsync(state.PolicyVersion, ct);
        return s => ArrangementClock.WakeAt(s, policy);
    }

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<Happening<ArrangementEvent>>> GivenUpAsync(
        Record<Arrangement> record,
        OutgoingMessage given,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (state, message) = (record.State, given.Message);
        var isAttempt = message.Kind is MessageKind.ApprovalAsked or MessageKind.ApprovalReminder;
        ArrangementCommand command = message is { Kind: MessageKind.Escalation, Cause: { } cause, Step: { } step }
            ? new ArrangementCommand.ReportUnreachable(cause, step)
            : new ArrangementCommand.ReportUndeliverable(
                message.To,
                isAttempt ? await CausedAtAsync(record, given, ct) : null,
                OnlyRepeats: !Matters(message.Kind)
            );
        if (
            command is ArrangementCommand.ReportUnreachable told
                ? Reach.SomebodyIsOrMayBeReached(record, told.Cause, told.Step)
                : !isAttempt && !Matters(message.Kind)
        )
            return [];
        if (await Registers.FactsAsync(state.Plan, state.Home, state.PolicyVersion, null, [], ct) is not { } read)
            return [];
        if (ArrangementDecider.Decide(state, command, read.Facts, now) is not Decision<ArrangementEvent>.Accepted accepted)
            return [];
        var happened = ImmutableArray.CreateBuilder<Happening<ArrangementEvent>>();
        foreach (var e in accepted.Events)
        {
            var after = ArrangementEvolution.Evolve(state, e, now);
            happened.Add(new(e, null, read.Known, Correspondence.For(state, e, after, read.Facts, now)));
            state = after;
        }
        return happened.ToImmutable();
    }

    // Somebody waits for these, or somebody's safety rests on them. What only repeats or only rounds off is recorded as failed, no more.
    private static bool Matters(MessageKind kind) =>
        kind
            is MessageKind.SessionOnLapsedBasis
                or MessageKind.RecordToRead
                or MessageKind.UnplannedStart
                or MessageKind.SessionLink
                or MessageKind.StartAsked
                or MessageKind.OverrideAsked
                or MessageKind.ApprovalAsked
                or MessageKind.Notice
                or MessageKind.ApprovalVoided
                or MessageKind.ApprovalRecorded
                or MessageKind.Declined
                or MessageKind.Suspended;

    // Whoever waits for a newer level of the same escalation is not sent the older one as well.
    private static bool IsOvertaken(Record<Arrangement> record, Message message) =>
        message.Kind == MessageKind.Escalation
        && record.Outbox.Any(m =>
            m.Message.Kind == MessageKind.Escalation
            && m.Message.Cause == message.Cause
            && m.Message.To == message.To
            && m.Message.Step > message.Step
        );

    // What is over by the time of delivery is not asked for any more; an escalation is told as long as it is open.
    private static bool IsPointless(Arrangement state, Message message) =>
        message.Kind switch
        {
            MessageKind.Escalation => state.EscalationOf(message.Cause!.Value) is null,
            MessageKind.ApprovalAsked or MessageKind.ApprovalReminder => state.Phase is not Phase.AwaitingApproval { Round: var round }
                || round.HasApprovalOf(message.To),
            MessageKind.ApprovalLink => state.ApprovalRound?.HasApprovalOf(message.To) is not true,
            MessageKind.OverrideAsked or MessageKind.OverrideReminder => state.Phase is not Phase.AwaitingOverride,
            MessageKind.StartAsked => state.Phase is not (Phase.Approved or Phase.Suspended),
            MessageKind.CheckInAsked or MessageKind.EndReminder => state.Phase is not Phase.Active,
            _ => false,
        };
}
