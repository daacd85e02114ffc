using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>Disposal runs on a store whose server is stopped: nothing of them happens but what a test does.</summary>
internal static class StillRuns
{
    public static RetentionRuns On(IDocumentStore store, TimeProvider clock)
    {
        var registers = new RegisterReader(new RecordCache(store), store);
        var (ledger, records, dates) = (new Ledger(store), new ChildsRecords(store), new ChildsDates(store));
        var allocated = new AllocatedTime(store, ledger, new(ledger, new(store, registers), clock, new NoWakeUp()));
        var disposal = new Disposal(store, registers, records, dates, allocated, clock);
        return new(ledger, store, registers, records, disposal, dates, new(ledger, registers, dates), clock, new NoWakeUp());
    }

    private sealed class NoWakeUp : IWakeUp
    {
        public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) => ValueTask.CompletedTask;
    }
}
