using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>How a caller sees a concern.</summary>
public enum ConcernSight
{
    /// <summary>They raised it, and see that it was received.</summary>
    Receipt,

    /// <summary>They inspect the home, and see that there is one and how long people took.</summary>
    Clocks,

    /// <summary>They look into it and decide on it.</summary>
    Theirs,
}

/// <summary>A concern that a caller may see.</summary>
/// <param name="Record">The record.</param>
/// <param name="Sight">How they see it.</param>
public sealed record SeenConcern(Record<Concern> Record, ConcernSight Sight)
{
    /// <summary>Whether they look into it and decide on it.</summary>
    public bool IsTheirs => Sight is ConcernSight.Theirs;
}

/// <summary>
/// Finds concerns for callers; whoever a concern is about does not even find a gap where it would be. Of one that a newer version of the
/// program has written to nobody can tell whom it is about: it is found by nobody, and inspectors alone are told that there are some.
/// </summary>
/// <param name="steps">Reads concerns.</param>
/// <param name="registers">The registers.</param>
/// <param name="store">Answers queries.</param>
/// <param name="clock">The product's clock.</param>
public sealed class ConcernReader(ConcernSteps steps, RegisterReader registers, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Finds one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The concern; null when there is none that the caller may know of.</returns>
    public async ValueTask<SeenConcern?> FindAsync(ConcernId id, Caller caller, CancellationToken ct)
    {
        if (
            await ReadableAsync(id, ct) is not { Record: var record }
            || await registers.PersonAsync(caller.Person, ct) is not { } person
            || await SightAsync(record.State.Home, caller, person, ct) is not { } sight
        )
            return null;
        if (sight is Sight.Head or Sight.Inspector && await IsForAsync(record.State, caller, ct))
            return new(record, sight is Sight.Head ? ConcernSight.Theirs : ConcernSight.Clocks);
        var hasRaised = record.State.RaisedBy == caller.Person && record.State.About != caller.Person;
        return hasRaised && sight is not Sight.None ? new(record, ConcernSight.Receipt) : null;
    }

    /// <summary>How a caller sees a home.</summary>
    /// <param name="home">The home.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The sight; null when there is no such home or person.</returns>
    public async ValueTask<Sight?> SightAsync(HomeId home, Caller caller, CancellationToken ct) =>
        await registers.PersonAsync(caller.Person, ct) is { } person ? await SightAsync(home, caller, person, ct) : null;

    /// <summary>A home's concerns that a caller may see. A page is full as long as there are any: one left out leaves no gap behind.</summary>
    /// <typeparam name="TView">How they see them.</typeparam>
    /// <param name="query">Which page.</param>
    /// <param name="stage">Where they stand; null for all.</param>
    /// <param name="caller">Who calls: somebody who sees the home's concerns.</param>
    /// <param name="show">How they see each.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The page, with how many of it cannot be read.</returns>
    public async Task<Page<TView>> ListAsync<TView>(
        DocumentQuery query,
        ConcernStage? stage,
        Caller caller,
        Func<Concern, TView> show,
        CancellationToken ct
    )
    {
        var items = ImmutableArray.CreateBuilder<TView>();
        var (limit, end) = (query.Limit, (string?)null);
        var (unreadable, beyond) = (0, 0);
        // One further than the page: where only what is not for the caller is left, the page is the last.
        while (true)
        {
            var page = await store.QueryAsync(query with { Limit = Math.Max(1, limit - items.Count) }, ct);
            foreach (var document in page.Documents)
                if (!ConcernRecords.Kind.CanRead(document))
                    _ = items.Count == limit ? beyond++ : unreadable++;
                else if (Ledger.Read<Concern>(document).State is var state && (stage is null || ConcernView.StageOf(state) == stage))
                    if (await IsForAsync(state, caller, ct))
                    {
                        if (items.Count == limit)
                            return new(items.ToImmutable(), end) { Unreadable = unreadable };
                        items.Add(show(state));
                    }
            if (page.Continuation is null)
                return new(items.ToImmutable(), null) { Unreadable = unreadable + beyond };
            if (items.Count == limit)
                end ??= page.Continuation;
            query = query with { Continuation = page.Continuation };
        }
    }

    private async ValueTask<Stored<Concern>?> ReadableAsync(ConcernId id, CancellationToken ct)
    {
        try
        {
            return await steps.ReadAsync(id, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async ValueTask<Sight?> SightAsync(HomeId home, Caller caller, Person person, CancellationToken ct) =>
        await registers.HomeAsync(home, ct) is { } its ? Sights.OfHome(caller, person, its, clock.GetUtcNow()) : null;

    private async ValueTask<bool> IsForAsync(Concern concern, Caller caller, CancellationToken ct) =>
        concern.IsFor(caller.Person) && (await registers.ChildAsync(concern.Child, ct))?.IsBarred(caller.Person) != true;
}
