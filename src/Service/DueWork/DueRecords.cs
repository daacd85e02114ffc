using System.Runtime.CompilerServices;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Concerns;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Drills;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>Finds what is due, of every kind, and does it. A host only says when to look.</summary>
/// <param name="store">The store.</param>
/// <param name="arrangements">Takes the steps of arrangements.</param>
/// <param name="assessments">Takes the steps of assessments.</param>
/// <param name="concerns">Takes the steps of concerns.</param>
/// <param name="arisen">Opens the concerns that arose in arrangements.</param>
/// <param name="fanOut">Hands on register changes.</param>
/// <param name="arrangementMail">Delivers what arrangements have to say.</param>
/// <param name="assessmentMail">Delivers what assessments have to say.</param>
/// <param name="concernMail">Tells of concerns.</param>
/// <param name="registerMail">Delivers what register entries have to say.</param>
/// <param name="drills">Takes the steps of drills.</param>
/// <param name="drillMail">Calls levels for drills.</param>
/// <param name="retention">Carries out disposal runs.</param>
/// <param name="clock">The product's clock.</param>
public sealed class DueRecords(
    IDocumentStore store,
    ArrangementSteps arrangements,
    AssessmentSteps assessments,
    ConcernSteps concerns,
    ConcernsArisen arisen,
    FanOut fanOut,
    ArrangementDeliverer arrangementMail,
    AssessmentDeliverer assessmentMail,
    ConcernDeliverer concernMail,
    RegisterMail registerMail,
    DrillSteps drills,
    DrillDeliverer drillMail,
    RetentionRuns retention,
    TimeProvider clock
)
{
    private const int PageSize = 200;

    /// <summary>Finds all that is due, page by page, most overdue first within each kind.</summary>
    /// <param name="now">The moment of this round.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The documents.</returns>
    public async IAsyncEnumerable<StoredDocument> FindAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var definition in Queries.AllDue)
        await foreach (var document in FindAsync(definition, now, int.MaxValue, ct))
            yield return document;
    }

    /// <summary>Finds what is due of one kind, most overdue first.</summary>
    /// <param name="definition">One of <see cref="Queries.AllDue"/>.</param>
    /// <param name="now">The moment by which it is due.</param>
    /// <param name="most">How many at most; the rest is found again.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The documents.</returns>
    public IAsyncEnumerable<StoredDocument> FindAsync(QueryDefinition definition, DateTimeOffset now, int most, CancellationToken ct) =>
        store.AllAsync(new(definition) { To = StoreTime.Text(now), Limit = Math.Min(most, PageSize) }, ct).Take(most);

    /// <summary>The next moment at which something falls due.</summary>
    /// <param name="after">The moment of this round: what is due by then is found by <see cref="FindAsync(DateTimeOffset, CancellationToken)"/>, and nothing lies between.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The moment; null when nothing will.</returns>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken ct)
    {
        var from = StoreTime.Text(after.AddTicks(1));
        string? next = null;
        foreach (var query in Queries.AllDue)
            if (
                await store.PeekAsync(new DocumentQuery(query) { From = from }, ct) is { } due
                && (next is null || string.CompareOrdinal(due, next) < 0)
            )
                next = due;
        return next is null ? null : StoreTime.Parse(next);
    }

    /// <summary>Does what is due for one record that has nobody to keep its time: its steps, its messages, one page of a register change.</summary>
    /// <param name="record">The key of its document.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>Whether more of it is to be done now.</returns>
    public async Task<bool> WorkOffAsync(DocumentKey record, CancellationToken ct)
    {
        if (await store.ReadAsync(record, ct) is not { } found)
            return false;
        await AdvanceAsync(found, ct);
        await DeliverAsync(record, ct);
        return record.Type == DocumentTypes.RegisterChanged
            && await store.ReadAsync(record, ct) is { } left
            && RegisterChanged.Read(left).HasMore;
    }

    /// <summary>Does by itself what is due for one record, without delivering anything.</summary>
    /// <param name="found">The document that was found due.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When it is done.</returns>
    public async Task AdvanceAsync(StoredDocument found, CancellationToken ct)
    {
        if (found.Key.Type == DocumentTypes.Arrangement)
            await arrangements.AdvanceAsync(new ArrangementId(found.Key.Id), ct);
        else if (found.Key.Type == DocumentTypes.Assessment && AssessmentKey.TryParse(found.Key.Id, out var key))
            await assessments.AdvanceAsync(key, ct);
        else if (found.Key.Type == DocumentTypes.Concern)
            await concerns.AdvanceAsync(new ConcernId(found.Key.Id), ct);
        else if (found.Key.Type == DocumentTypes.ConcernArose)
            await store.TryAsync(found, () => arisen.OpenAsync(found, ct), clock, ct);
        else if (found.Key.Type == DocumentTypes.RegisterChanged)
            await store.TryAsync(found, () => fanOut.RunAsync(found, ct), clock, ct);
        else if (found.Key.Type == DocumentTypes.Drill)
            await drills.AdvanceAsync(new DrillId(found.Key.Id), ct);
        else if (found.Key.Type == DocumentTypes.RetentionRun)
            await retention.AdvanceAsync(new RetentionRunId(found.Key.Id), ct);
    }

    /// <summary>Delivers the messages of one record that are due.</summary>
    /// <param name="record">The record.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When nothing of it is due any more.</returns>
    public Task DeliverAsync(DocumentKey record, CancellationToken ct) =>
        record.Type == DocumentTypes.Arrangement ? arrangementMail.DeliverAsync(record.Id, ct)
        : record.Type == DocumentTypes.Assessment ? assessmentMail.DeliverAsync(record.Id, ct)
        : record.Type == DocumentTypes.Concern ? concernMail.DeliverAsync(record.Id, ct)
        : record.Type == DocumentTypes.RegisterChanged ? registerMail.DeliverAsync(record, ct)
        : record.Type == DocumentTypes.Drill ? drillMail.DeliverAsync(record.Id, ct)
        : Task.CompletedTask;
}
