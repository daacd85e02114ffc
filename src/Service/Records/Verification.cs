using System.Runtime.CompilerServices;
using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Records;

/// <summary>What is wrong with a record's history.</summary>
/// <param name="Record">The record: its type and id, no more.</param>
/// <param name="Problem">One sentence that names the entry.</param>
public sealed record Fault(string Record, string Problem);

/// <summary>What a verification found.</summary>
/// <param name="Records">How many records were read.</param>
/// <param name="Entries">How many history entries were read.</param>
/// <param name="Faults">What is wrong; empty when everything is whole.</param>
public sealed record VerificationReport(int Records, int Entries, IReadOnlyList<Fault> Faults);

/// <summary>Where the history of one record ends, as a checkpoint keeps it.</summary>
/// <param name="Record">Type and id, as <c>arrangement/abc</c>.</param>
/// <param name="Count">How many entries it has.</param>
/// <param name="Hash">The hash of the last one.</param>
public sealed record HistoryHead(string Record, int Count, string Hash);

/// <summary>Reads every history from its first entry to the head that its record names.</summary>
/// <param name="store">The store.</param>
public sealed class Verification(IDocumentStore store)
{
    private const int PageSize = 500;

    /// <summary>Verifies every record, and each head that a checkpoint kept.</summary>
    /// <param name="kept">The heads of the checkpoints, whose signatures have been verified; an old head must still be part of its history.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What was found.</returns>
    public async Task<VerificationReport> RunAsync(IReadOnlyCollection<HistoryHead> kept, CancellationToken ct)
    {
        var (records, entries, faults) = (0, 0, new List<Fault>());
        var wanted = kept.ToLookup(head => head.Record);
        var seen = new HashSet<string>();
        await foreach (var (document, _) in HeadsAsync(null, ct))
        {
            var (name, read, found) = await VerifyAsync(document, wanted, ct);
            records++;
            seen.Add(name);
            entries += read;
            faults.AddRange(found);
        }
        faults.AddRange(wanted.Where(w => !seen.Contains(w.Key)).Select(w => Gone(w.Key)));
        return new(records, entries, faults);
    }

    /// <summary>Verifies the records that heads name, and no others.</summary>
    /// <param name="kept">Heads of checkpoints whose signatures have been verified.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What was found.</returns>
    public async Task<VerificationReport> RunOnAsync(IReadOnlyCollection<HistoryHead> kept, CancellationToken ct)
    {
        var (records, entries, faults) = (0, 0, new List<Fault>());
        var wanted = kept.ToLookup(head => head.Record);
        foreach (var name in wanted.Select(w => w.Key))
        {
            if (await store.ReadAsync(KeyOf(name), ct) is not { } document)
            {
                faults.Add(Gone(name));
                continue;
            }
            var (_, read, found) = await VerifyAsync(document, wanted, ct);
            records++;
            entries += read;
            faults.AddRange(found);
        }
        return new(records, entries, faults);
    }

    private static DocumentKey KeyOf(string record)
    {
        var slash = record.IndexOf('/', StringComparison.Ordinal);
        return RecordKinds.All.First(kind => kind.Type.Name == record[..slash]).KeyOf(record[(slash + 1)..]);
    }

    private static Fault Gone(string record) => new(record, "a checkpoint names this record and it is gone");

    /// <summary>The heads of all records that changed since a day.</summary>
    /// <param name="since">The first UTC day, <c>yyyy-MM-dd</c>; null for all.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The documents with their heads.</returns>
    public async IAsyncEnumerable<(StoredDocument Document, HistoryHead Head)> HeadsAsync(
        string? since,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        foreach (var query in Queries.AllChanged)
        await foreach (var document in store.AllAsync(new(query) { From = since, Limit = PageSize }, ct))
            yield return (document, HeadOf(document));
    }

    private static HistoryHead HeadOf(StoredDocument document)
    {
        var head = StoredHead.Of(document);
        return new($"{document.Key.Type.Name}/{document.Key.Id}", head.Count, head.Head);
    }

    // A server may be writing meanwhile: a record that moved on is read again, together with its history.
    private async Task<(string Name, int Entries, List<Fault> Faults)> VerifyAsync(
        StoredDocument document,
        ILookup<string, HistoryHead> kept,
        CancellationToken ct
    )
    {
        while (true)
        {
            var head = HeadOf(document);
            var (entries, faults) = await VerifyAsync(document, head, [.. kept[head.Record]], ct);
            if (faults.Count == 0 || await store.ReadAsync(document.Key, ct) is not { } again || HeadOf(again) == head)
                return (head.Record, entries, faults);
            document = again;
        }
    }

    private async Task<(int Entries, List<Fault> Faults)> VerifyAsync(
        StoredDocument document,
        HistoryHead head,
        IReadOnlyCollection<HistoryHead> kept,
        CancellationToken ct
    )
    {
        var (faults, history) = (new List<Fault>(), new List<HistoryEntry>());
        var checkpoints = kept.ToLookup(k => k.Count, k => k.Hash);
        var (previous, sequence) = (HistoryChain.Start, 0);
        await foreach (var entry in store.EntriesAsync(document.Key.Partition, null, ct))
        {
            history.Add(entry);
            sequence++;
            if (HistoryChain.Fault(entry, previous, sequence) is { } fault)
                return (sequence, [new(head.Record, fault)]);
            previous = entry.Hash;
            if (checkpoints[sequence].Any(hash => hash != entry.Hash))
                faults.Add(new(head.Record, $"entry {sequence} is not the one that a checkpoint kept"));
        }
        if (sequence != head.Count || previous != head.Hash)
            faults.Add(new(head.Record, $"the record ends at entry {head.Count}, its history at entry {sequence}, or their hashes differ"));
        if (kept.Any(k => k.Count > sequence))
            faults.Add(new(head.Record, "a checkpoint kept more entries than there are"));
        if (faults.Count == 0 && !FollowsFrom(document, history))
            faults.Add(new(head.Record, $"its state is not what its {sequence} entries lead to"));
        return (sequence, faults);
    }

    // Whoever rewrites the state and leaves the history alone is found by living the history once more. Without its content a history cannot be
    // lived, and then its chain must say that it was disposed of, and the state must be gone with it.
    private static bool FollowsFrom(StoredDocument document, List<HistoryEntry> history)
    {
        using var kept = JsonDocument.Parse(document.Json);
        var state = kept.RootElement.GetProperty("state");
        return state.ValueKind is JsonValueKind.Null
            ? history is [.., { Content: { } last }] && Says(last, Disposed.EventType)
            : RecordKinds.All.First(kind => kind.Type == document.Key.Type).LeadsTo(history, state);
    }

    // What the event of an entry is, whatever record it belongs to.
    internal static bool Says(string content, string type) =>
        JsonSerializer.Deserialize<HistoryContent>(content, WireFormat.Options)!.Event.TryGetProperty("type", out var said)
        && said.ValueEquals(type);
}
