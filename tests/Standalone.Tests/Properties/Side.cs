using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OneToOne.Domain;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.DueWork;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>One of two hosts that work on the same store and know of each other only what the store tells them.</summary>
internal sealed class Side : IWakeUp, IDisposable
{
    private readonly IDocumentStore store;
    private readonly RecordCache cache;
    private readonly FanOut fanOut;

    public Side(IDocumentStore store, TimeProvider clock)
    {
        this.store = store;
        Ledger = new(store);
        cache = new(store);
        Registers = new(cache, store);
        Arrangements = new(Ledger, store, Registers, clock, this, new(NullLogger<StepLog>.Instance));
        Assessments = new(Ledger, store, Registers, clock, this);
        Writer = new(Ledger, new(store, Registers), clock, this);
        fanOut = new(store, Arrangements, Assessments, clock, NullLogger<FanOut>.Instance);
    }

    public Ledger Ledger { get; }

    public RegisterReader Registers { get; }

    public ArrangementSteps Arrangements { get; }

    public AssessmentSteps Assessments { get; }

    public RegisterWriter Writer { get; }

    /// <summary>Hands on every register change that concerns this child or this worker.</summary>
    public async Task HandOnAsync(ChildId child, PersonId worker)
    {
        var due = await store.QueryAsync(new DocumentQuery(Queries.RegisterChangesDue) { Limit = 1000 }, default);
        foreach (var document in due.Documents)
        {
            var change = JsonSerializer.Deserialize<RegisterChanged>(document.Json.Span, WireFormat.Options)!;
            if (change.Child == child || change.Worker == worker)
                await fanOut.RunAsync(document, default);
        }
    }

    public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) => ValueTask.CompletedTask;

    public void Dispose() => cache.Dispose();
}
