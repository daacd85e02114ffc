using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Links;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Drills;

/// <summary>Delivers what drills have to say, over the very channels that an escalation takes.</summary>
public sealed class DrillDeliverer(
    Ledger ledger,
    RegisterReader registers,
    Postman postman,
    LinkStore links,
    LinkUrls urls,
    TimeProvider clock,
    ILogger<DrillDeliverer> log
) : Deliverer<Drill, DrillEvent>(DrillRecords.Kind, ledger, registers, postman, clock, log)
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Drill> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    )
    {
        var state = record.State;
        if (message.Kind == MessageKind.Drill && !state.IsOpen)
            return null;
        var partition = DrillRecords.Kind.PartitionOf(state.Id.Value);
        var about = JsonNamingPolicy.CamelCase.ConvertName(state.Cause.ToString());
        var wanted = new LinkWanted(LinkPurpose.Drill, message.To, about, 0, null, Clock.GetUtcNow() + LinkLives);
        var (link, code, keep) = await links.WantAsync(partition, wanted, kept.GetValueOrDefault(wanted.Id), ct);
        var policy = await Registers.PolicyAsync(state.PolicyVersion, ct);
        var letter = new Letter(
            message.Kind,
            urls.For(link, partition),
            code.Shown,
            link.ExpiresAt,
            state.Cause,
            message.Step is { } step ? EscalationChain.Level(state.Cause, step) : null,
            (await Registers.HomeAsync(state.Home, ct))?.TimeZone ?? "Etc/UTC",
            link.Purpose
        );
        return (
            state.Standing is DrillStanding.Open { Escalation: var open }
                ? letter with
                {
                    NextLevel = EscalationChain.DueAt(open with { Owner = null }, policy) - open.StepSince,
                }
                : letter,
            keep
        );
    }

    /// <inheritdoc/>
    protected override async ValueTask<Func<Drill, DateTimeOffset?>> WakeAtAsync(Drill state, CancellationToken ct)
    {
        var policy = await Registers.PolicyAsync(state.PolicyVersion, ct);
        return s => DrillClock.WakeAt(s, policy);
    }

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<Happening<DrillEvent>>> GivenUpAsync(
        Record<Drill> record,
        OutgoingMessage given,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var state = record.State;
        if (given.Message is not { Kind: MessageKind.Drill, Step: { } step } || MayBeReached(record, step))
            return [];
        if (await Registers.HomeAsync(state.Home, ct) is not { } home)
            return [];
        var facts = new DrillFacts(home, await Registers.PolicyAsync(state.PolicyVersion, ct), null);
        if (DrillDecider.Decide(state, new DrillCommand.ReportUnreachable(step), facts, now) is not Decision<DrillEvent>.Accepted accepted)
            return [];
        var happened = ImmutableArray.CreateBuilder<Happening<DrillEvent>>();
        foreach (var e in accepted.Events)
        {
            happened.Add(DrillSteps.HappeningOf(state, e, null, facts));
            state = DrillRecords.Kind.Evolve(state, e, now);
        }
        return happened.ToImmutable();
    }

    private static bool MayBeReached(Record<Drill> record, int step) =>
        record.Reached.Any(r => r.Step == step) || record.Outbox.Any(m => m.Message.Kind == MessageKind.Drill && m.Message.Step == step);
}
