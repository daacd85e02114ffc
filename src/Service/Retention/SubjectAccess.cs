using System.Text.Json;
using System.Text.Json.Nodes;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Retention;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Concerns;
using OneToOne.Service.Fairness;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Gathers everything that is held about a child, each record with its state and its whole history.</summary>
/// <param name="ledger">Where records are kept.</param>
/// <param name="records">Finds them.</param>
/// <param name="registers">The registers.</param>
public sealed class SubjectAccess(Ledger ledger, ChildsRecords records, RegisterReader registers)
{
    /// <summary>Gathers it.</summary>
    /// <param name="child">The child.</param>
    /// <param name="reader">Who takes it: concerns about them are left out.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The records, as JSON with marks.</returns>
    internal async Task<JsonArray> GatherAsync(Child child, PersonId reader, CancellationToken ct)
    {
        var marked = ThirdParties.MarkedFor(child.Id);
        var until = RetentionPeriod.Until(child, await registers.CurrentPolicyAsync(ct));
        var all = new JsonArray { await SayAsync(RegisterKinds.Children, child.Id.Value, until, marked, ct) };
        await foreach (var document in records.OfAsync(child.Id, ct))
        {
            if (ChildsRecords.IsHidden(document, reader))
                continue;
            all.Add(
                document.Key.Type == DocumentTypes.Arrangement ? await SayAsync(ArrangementRecords.Kind, document.Key.Id, until, marked, ct)
                : document.Key.Type == DocumentTypes.Assessment ? await SayAsync(AssessmentRecords.Kind, document.Key.Id, until, marked, ct)
                : document.Key.Type == DocumentTypes.FairnessDisposition
                    ? await SayAsync(DispositionRecords.Kind, document.Key.Id, until, marked, ct)
                : await SayAsync(ConcernRecords.Kind, document.Key.Id, until, marked, ct)
            );
        }
        return all;
    }

    private async Task<JsonObject> SayAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        string id,
        DateOnly until,
        JsonSerializerOptions marked,
        CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        var history = new JsonArray();
        await foreach (var (recordedAt, content) in ledger.HistoryAsync(kind, id, 1, ct))
            history.Add(
                new JsonObject
                {
                    ["recordedAt"] = JsonSerializer.SerializeToNode(recordedAt, marked),
                    ["happenedAt"] = JsonSerializer.SerializeToNode(content.HappenedAt, marked),
                    ["by"] = JsonSerializer.SerializeToNode(content.By, marked),
                    // The names of register entries name people; as values they are marked.
                    ["known"] = JsonSerializer.SerializeToNode(content.Known.Select(k => new KnownVersion(k.Key, k.Value)), marked),
                    ["event"] = DeliveryEvent.Of(content.Event) is { } delivery
                        ? JsonSerializer.SerializeToNode(delivery, marked)
                        : JsonSerializer.SerializeToNode(content.Event.Deserialize<TEvent>(WireFormat.Options)!, marked),
                }
            );
        var state = (await ledger.ReadAsync(kind, id, ct))!.State;
        return new()
        {
            ["type"] = kind.Type.Name,
            ["id"] = JsonSerializer.SerializeToNode(id, marked),
            ["retainUntil"] = JsonSerializer.SerializeToNode(until, marked),
            ["state"] = JsonSerializer.SerializeToNode(state, marked),
            ["history"] = history,
        };
    }

    private sealed record KnownVersion(string Record, int Version);
}
