using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Retention;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>
/// Disposes of one record: its state, its waiting messages, content and salt of each history entry, its links and kept answers go; count,
/// commitments and hashes stay, and a last entry says that it was done. Whoever dies in between leaves a record that reads as disposed of,
/// and the same call finishes it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="registers">The registers.</param>
/// <param name="records">Finds what else is held about the child.</param>
/// <param name="dates">Reads when what retention hangs on was changed.</param>
/// <param name="allocated">Takes a child out of the time that homes allocate.</param>
/// <param name="clock">The product's clock.</param>
public sealed class Disposal(
    IDocumentStore store,
    RegisterReader registers,
    ChildsRecords records,
    ChildsDates dates,
    AllocatedTime allocated,
    TimeProvider clock
)
{
    private const int AtOnce = 90;

    // What stands in the place of a state.
    private sealed record Nothing;

    /// <summary>Disposes of it, unless it must be kept by now.</summary>
    /// <param name="record">The record.</param>
    /// <param name="run">The run that is approved.</param>
    /// <param name="ct">Cancels the wait; what is left is done the next time.</param>
    /// <returns>Why it was kept; null when nothing is left of it.</returns>
    public async Task<KeptBecause?> DisposeAsync(RetainedRecord record, RetentionRun run, CancellationToken ct)
    {
        var kind = RecordKinds.All.First(kind => kind.Type.Name == record.Type);
        var key = kind.KeyOf(record.Id);
        while (await store.ReadAsync(key, ct) is { } found)
        {
            if (StoredHead.Of(found) is { Disposed: null } head)
            {
                if (await KeepsAsync(kind, record, found, run, ct) is { } kept)
                    return kept;
                // A conflict means that somebody changed it meanwhile: it is judged again.
                if (await store.CommitAsync(End(found, head, run), ct) is CommitResult.Conflict)
                    continue;
            }
            await ScrubAsync(key.Partition, ct);
            if (key.Type == DocumentTypes.Child)
                await allocated.ForgetAsync(record.Child, run.Approval!.By, ct);
            return null;
        }
        return null;
    }

    // What cannot be read is left alone, and keeps nothing else from being judged.
    private async ValueTask<KeptBecause?> KeepsAsync(
        IReplay kind,
        RetainedRecord record,
        StoredDocument found,
        RetentionRun run,
        CancellationToken ct
    )
    {
        try
        {
            return kind.CanRead(found) && await CanScrubAsync(found.Key.Partition, ct)
                ? await JudgeAsync(record, found, run, ct)
                : KeptBecause.Unreadable;
        }
        catch (JsonException)
        {
            return KeptBecause.OthersUnreadable;
        }
    }

    // Once a record is ended its history must go, so that it is looked through before.
    private async ValueTask<bool> CanScrubAsync(string partition, CancellationToken ct)
    {
        try
        {
            await foreach (var document in HistoryAsync(partition, ct))
                _ = WithoutContent(document);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private IAsyncEnumerable<StoredDocument> HistoryAsync(string partition, CancellationToken ct) =>
        store.AllAsync(new DocumentQuery(Queries.HistoryInOrder) { Partition = partition }, ct);

    private async ValueTask<KeptBecause?> JudgeAsync(RetainedRecord record, StoredDocument found, RetentionRun run, CancellationToken ct)
    {
        if (await registers.ChildAsync(record.Child, ct) is not { } child || await registers.HomeAsync(child.Home, ct) is not { } home)
            return KeptBecause.OthersNeedIt;
        if (RetentionPeriod.Keeps(child, await registers.CurrentPolicyAsync(ct), home.DayOf(clock.GetUtcNow())) is { } kept)
            return kept;
        if (await dates.WaitsAsync(child.Id, clock.GetUtcNow(), ct) is not null)
            return KeptBecause.DatesChanged;
        // Judged only now: who proposes and who approves must not learn from a refusal that there is one.
        if (ChildsRecords.IsHidden(found, run.ProposedBy) || ChildsRecords.IsHidden(found, run.Approval!.By))
            return KeptBecause.NamesWhoDecided;
        var isOwn = found.Key.Type == DocumentTypes.Child;
        if (!isOwn && (IsOpen(found) || await HasArisenAsync(found.Key.Partition, ct)))
            return KeptBecause.Open;
        // What is open rests on the child's other records; the child's own says how long all of them are kept.
        if (isOwn)
            await allocated.LookAsync(ct);
        var needed = false;
        await foreach (var other in records.OfAsync(child.Id, ct))
            needed |= IsOpen(other) || isOwn;
        return needed ? KeptBecause.OthersNeedIt : null;
    }

    // What is a concern and has yet to be opened holds the words of it.
    private async ValueTask<bool> HasArisenAsync(string partition, CancellationToken ct) =>
        await store.AllAsync(new DocumentQuery(Queries.ConcernsArisenOfRecord) { Partition = partition }, ct).AnyAsync(ct);

    /// <summary>Whether somebody may still be waiting for a record.</summary>
    /// <param name="document">Its document.</param>
    /// <returns>Whether it is not finished.</returns>
    internal static bool IsOpen(StoredDocument document) =>
        document.Key.Type == DocumentTypes.Arrangement
            ? Ledger.Read<Arrangement>(document) is var arrangement && !(arrangement.State.IsFinal && arrangement.Outbox.IsEmpty)
        : document.Key.Type == DocumentTypes.Assessment ? Ledger.Read<Assessment>(document).State.Proposed is not null
        : document.Key.Type == DocumentTypes.Concern ? Ledger.Read<Concern>(document).State.Outcome is null
        : document.Key.Type != DocumentTypes.Child && document.Key.Type != DocumentTypes.FairnessDisposition;

    private Commit End(StoredDocument found, StoredHead head, RetentionRun run)
    {
        var now = clock.GetUtcNow();
        var said = JsonSerializer.SerializeToElement(new { type = Disposed.EventType, run = run.Id }, WireFormat.Options);
        var content = new HistoryContent(run.Approval!.By, null, ImmutableSortedDictionary<string, int>.Empty, said);
        var entry = HistoryChain.Append(head.Head, head.Count + 1, now, JsonSerializer.Serialize(content, WireFormat.Options));
        var left = new Record<Nothing?>(null, entry.Sequence, entry.Hash, [], []) { Disposed = new(run.Id, now) };
        return new(
            found.Key.Partition,
            Guid.NewGuid().ToString("N"),
            new Operation.Replace(
                // Without its fields no query finds it but those that verify.
                new(found.Key.Type, found.Key.Id, Write(left), new FieldValue(Fields.ChangedOn, StoreTime.Day(now))),
                found.ETag
            ),
            new Operation.Create(new(DocumentTypes.History, SequenceId.Text(entry.Sequence), Write(entry)))
        );
    }

    private async Task ScrubAsync(string partition, CancellationToken ct)
    {
        var left = new List<Operation>();
        await foreach (var document in HistoryAsync(partition, ct))
            if (WithoutContent(document) is { } scrubbed)
                left.Add(scrubbed);
        foreach (var query in new[] { Queries.LinksOfRecord, Queries.AnswersOfRecord })
        await foreach (var document in store.AllAsync(new DocumentQuery(query) { Partition = partition }, ct))
            left.Add(new Operation.Delete(document.Key.Type, document.Key.Id));
        foreach (var some in left.Chunk(AtOnce))
            if (await store.CommitAsync(new(partition, Guid.NewGuid().ToString("N"), [.. some]), ct) is CommitResult.Conflict)
                throw new StoreUnavailableException("What is disposed of was written to meanwhile; it is done again.");
    }

    // The entry that says that it was done stays.
    private static Operation.Replace? WithoutContent(StoredDocument document)
    {
        var entry = JsonSerializer.Deserialize<HistoryEntry>(document.Json.Span, WireFormat.Options)!;
        return entry.Content is not { } content || Verification.Says(content, Disposed.EventType)
            ? null
            : new(new(document.Key.Type, document.Key.Id, Write(entry with { Content = null, Salt = null })), document.ETag);
    }

    private static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, WireFormat.Options);
}
