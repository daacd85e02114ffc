using System.Collections.Immutable;
using OneToOne.Bench.Tools;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Bench.Sample;

/// <summary>Puts sample records into a store file.</summary>
internal static class Filling
{
    /// <summary>A home with all of its registers and assessments.</summary>
    public static void Add(this BulkStore store, SampleHome home, DateTimeOffset at)
    {
        Add(RegisterKinds.Homes, home.Home);
        foreach (var person in home.People)
            Add(RegisterKinds.People, person);
        foreach (var child in home.Children)
            Add(RegisterKinds.Children, child);
        foreach (var assessment in home.Assessments)
            Add(AssessmentRecords.Kind, assessment);

        void Add<TState, TEvent>(RecordKind<TState, TEvent> kind, TState state)
            where TState : class
            where TEvent : class => store.AddState(kind, state, at, null);
    }

    /// <summary>An arrangement with the history that led to it; nothing is left to be mailed.</summary>
    public static void Add(this BulkStore store, ImmutableArray<ArrangementEvent> events, DateTimeOffset at)
    {
        var change = new Change<ArrangementEvent>
        {
            CommandId = Guid.NewGuid().ToString("N"),
            At = at,
            Happened = [.. events.Select(e => new Happening<ArrangementEvent>(e, null, ImmutableSortedDictionary<string, int>.Empty, []))],
        };
        // The bulk store has nothing to wait for.
        store.Ledger.CommitAsync(ArrangementRecords.Kind, null, change, WakeAt, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>An arrangement as it stands, without its history.</summary>
    public static void Add(this BulkStore store, Arrangement state, DateTimeOffset at, DateTimeOffset? wakeAt) =>
        store.AddState(ArrangementRecords.Kind, state, at, wakeAt);

    public static DateTimeOffset? WakeAt(Arrangement state) => ArrangementClock.WakeAt(state, Policy.Default);

    private static void AddState<TState, TEvent>(
        this BulkStore store,
        RecordKind<TState, TEvent> kind,
        TState state,
        DateTimeOffset at,
        DateTimeOffset? wakeAt
    )
        where TState : class
        where TEvent : class =>
        store.Add(
            kind.PartitionOf(kind.IdOf(state)),
            "load",
            Ledger.Write(kind, new Record<TState>(state, 0, HistoryChain.Start, [], []), at, wakeAt)
        );
}
