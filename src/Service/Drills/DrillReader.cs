using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Service.Identity;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Drills;

/// <summary>Reads drills for callers: the managers of the home and whoever inspects it.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
public sealed class DrillReader(Ledger ledger, RegisterReader registers, TimeProvider clock)
{
    /// <summary>Whether a caller may read the drills of a home.</summary>
    /// <param name="home">The home.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Null when they may not know of the home; else whether they may.</returns>
    public async ValueTask<bool?> MayReadAsync(HomeId home, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await registers.HomeAsync(home, ct) is not { } its || await registers.PersonAsync(caller.Person, ct) is not { } person)
            return null;
        return Sights.OfHome(caller, person, its, now) switch
        {
            Sight.None => null,
            Sight.Head or Sight.Inspector => true,
            _ => Authority.Of(person, its, now) is not null,
        };
    }

    /// <summary>What a drill has shown so far.</summary>
    /// <param name="record">The drill.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The report.</returns>
    public async ValueTask<DrillReport> ReportAsync(Record<Drill> record, CancellationToken ct)
    {
        var state = record.State;
        var deliveries = await DeliveriesAsync(state.Id, ct);
        var ended = state.Standing as DrillStanding.Ended;
        return new(
            DrillBrief.Of(state),
            ended?.By,
            ended?.By is null ? null : ended.Note,
            [.. state.Steps.Select((step, i) => LevelOf(state, step, i == state.Steps.Length - 1, deliveries))]
        );
    }

    private static DrillLevel LevelOf(
        Drill state,
        DrillStep step,
        bool isLast,
        ILookup<(int Step, PersonId To), DrillDelivery> deliveries
    ) =>
        new(
            EscalationChain.Level(state.Cause, step.Step),
            EscalationChain.Roles(state.Cause, step.Step),
            step.At,
            step.Because,
            [.. step.Told.Select(person => new DrillTold(person, [.. deliveries[(step.Step, person)]]))],
            step.Absent,
            step.Owner?.Person,
            step.Owner?.Since - step.At,
            step.Owner is null && !(isLast && state.Standing is not DrillStanding.Ended { Why: DrillEnding.WentRound })
        );

    // Which step a message called for follows from the entry of the history that caused it, which its id names.
    private async ValueTask<ILookup<(int Step, PersonId To), DrillDelivery>> DeliveriesAsync(DrillId id, CancellationToken ct)
    {
        var stepOf = new Dictionary<int, int>();
        var found = new List<(int Step, PersonId To, DrillDelivery Delivery)>();
        var sequence = 0;
        await foreach (var (at, content) in ledger.HistoryAsync(DrillRecords.Kind, id.Value, 1, ct))
        {
            sequence++;
            if (DeliveryEvent.Of(content.Event) is not { } delivery)
                stepOf[sequence] = StepIn(content.Event);
            else if (Say(delivery, at) is { } said && stepOf.TryGetValue(CausedBy(said.MessageId), out var step) && step >= 0)
                found.Add((step, said.To, said.Delivery));
        }
        return found.ToLookup(f => (f.Step, f.To), f => f.Delivery);
    }

    private static int CausedBy(string messageId) => int.Parse(messageId.Split('.')[^2], CultureInfo.InvariantCulture);

    private static int StepIn(JsonElement happened) =>
        happened.Deserialize<DrillEvent>(WireFormat.Options) switch
        {
            DrillEvent.DrillBegun e => e.Step,
            DrillEvent.DrillPassedOn e => e.Step,
            _ => -1,
        };

    private static (string MessageId, PersonId To, DrillDelivery Delivery)? Say(DeliveryEvent delivery, DateTimeOffset at) =>
        delivery switch
        {
            DeliveryEvent.MessageAccepted e => (e.MessageId, e.To, new(e.Channel, DeliveryFate.Accepted, at)),
            DeliveryEvent.MessageDelivered e => (e.MessageId, e.To, new(Channel.Mail, DeliveryFate.Delivered, at)),
            DeliveryEvent.MessageFailed e => (e.MessageId, e.To, new(e.Channel, DeliveryFate.Failed, at, e.Reason)),
            _ => null,
        };
}
