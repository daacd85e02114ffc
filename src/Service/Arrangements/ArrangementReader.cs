using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>An arrangement that a caller may see.</summary>
/// <param name="State">The arrangement.</param>
/// <param name="Facts">The registers now; the actor is the caller.</param>
/// <param name="Sight">As what the caller looks at it.</param>
/// <param name="Unheard">The open escalations that nobody owns and that no message has told anybody of.</param>
public sealed record SeenArrangement(Arrangement State, Facts Facts, Sight Sight, ImmutableArray<EscalationCause> Unheard);

/// <summary>Finds arrangements for callers, and nothing that they may not know of.</summary>
/// <param name="steps">Reads arrangements.</param>
/// <param name="registers">The registers.</param>
/// <param name="store">Answers queries.</param>
/// <param name="past">Lives histories.</param>
/// <param name="clock">The product's clock.</param>
public sealed class ArrangementReader(ArrangementSteps steps, RegisterReader registers, IDocumentStore store, Past past, TimeProvider clock)
{
    /// <summary>Finds one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The arrangement; null when there is none that the caller may know of.</returns>
    public async ValueTask<SeenArrangement?> FindAsync(ArrangementId id, Caller caller, CancellationToken ct)
    {
        return await steps.ReadAsync(id, ct) is { Record: var record }
            ? await SeeAsync(record.State, Reach.Unheard(record), caller, ct)
            : null;
    }

    /// <summary>Finds one as it was at a moment. Who may see it follows from what the registers say now.</summary>
    /// <param name="present">The arrangement as it is, which the caller may see.</param>
    /// <param name="at">The moment, itself included.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The last entry of its history then, null before the first; and what there is to see, null when nothing may be, or can be any more.</returns>
    public async ValueTask<(Moment<Arrangement, ArrangementEvent>? Last, SeenArrangement? Seen)> FindAsOfAsync(
        SeenArrangement present,
        DateTimeOffset at,
        Caller caller,
        CancellationToken ct
    )
    {
        var last = await past.AsOfAsync(ArrangementRecords.Kind, present.State.Id.Value, at, ct);
        return (last, last?.After is { } then ? await SeeAsync(then, [], caller, ct) : null);
    }

    private async ValueTask<SeenArrangement?> SeeAsync(
        Arrangement state,
        ImmutableArray<EscalationCause> unheard,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await registers.ChildAsync(state.Plan.Child, ct) is not { } child)
            return null;
        var named = state
            .Plan.Named()
            .Select(named => named.Person)
            .Concat(child.Responsible.Select(r => r.Person))
            .Concat(child.PlacingAuthority);
        var read = await registers.FactsAsync(state.Plan, state.Home, state.PolicyVersion, caller.Person, [.. named.Distinct()], ct);
        if (read is not { } found)
            return null;
        // What starts alone is looked at when it starts.
        var facts = state.Plan.AlsoPresent.IsEmpty ? found.Facts : found.Facts with { Company = await CompanyAsync(state.Plan, ct) };
        var sight = Sights.Of(caller, facts.Actor!, facts.Child, facts.Home, facts.Worker, clock.GetUtcNow());
        return sight is Sight.None ? null : new(state, facts, sight, unheard);
    }

    // It only says what may be done: whoever calls for help is heard though what else is open cannot be read.
    private async ValueTask<ImmutableArray<Arrangement>?> CompanyAsync(Plan plan, CancellationToken ct)
    {
        try
        {
            return await registers.CompanyAsync(plan, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a caller who changes a plan may know of the child and the worker whom it names now.</summary>
    /// <param name="plan">The plan as it is to be.</param>
    /// <param name="present">The arrangement as it is.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether they may.</returns>
    public async ValueTask<bool> MayNameAsync(Plan plan, SeenArrangement present, Caller caller, CancellationToken ct)
    {
        if (plan.Worker != present.State.Plan.Worker)
            if (await registers.PersonAsync(plan.Worker, ct) is not { } worker || !worker.Homes.Contains(present.State.Home))
                return false;
        if (plan.Child == present.State.Plan.Child)
            return true;
        return await registers.ChildAsync(plan.Child, ct) is { } child
            && await registers.HomeAsync(child.Home, ct) is { } home
            && Sights.Of(caller, present.Facts.Actor!, child, home, null, clock.GetUtcNow()) is not Sight.None;
    }

    /// <summary>Whether a caller may know of the home, the child or the worker whose arrangements they ask for.</summary>
    /// <param name="home">The home, if it is one.</param>
    /// <param name="child">The child, if it is one.</param>
    /// <param name="worker">The worker, if it is one.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether they may; if not, not even how many there are may be told.</returns>
    public async ValueTask<bool> MayListAsync(HomeId? home, ChildId? child, PersonId? worker, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await registers.PersonAsync(caller.Person, ct) is not { } person)
            return false;
        if (child is { } one)
            return await registers.ChildAsync(one, ct) is { } its
                && await registers.HomeAsync(its.Home, ct) is { } present
                && Sights.Of(caller, person, its, present, null, now) is not Sight.None;
        if (home is { } of)
            return await SeesHomeAsync(of);
        if (await registers.PersonAsync(worker!.Value, ct) is not { } who)
            return false;
        if (who.Id == person.Id || Sights.IsNominated(person, who))
            return true;
        foreach (var shared in who.Homes.Intersect(person.Homes))
            if (await SeesHomeAsync(shared))
                return true;
        return false;

        async ValueTask<bool> SeesHomeAsync(HomeId id) =>
            await registers.HomeAsync(id, ct) is { } found && Sights.OfHome(caller, person, found, now) is not Sight.None;
    }

    /// <summary>Lists those of a query that a caller may see. One that cannot be read does not hide the others.</summary>
    /// <param name="query">The query.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>One page.</returns>
    public async ValueTask<Page<ArrangementBrief>> ListAsync(DocumentQuery query, Caller caller, CancellationToken ct)
    {
        if (await registers.PersonAsync(caller.Person, ct) is not { } person)
            return new([], null);
        var found = await store.QueryAsync(query, ct);
        var named = new Named(registers, ct);
        var items = ImmutableArray.CreateBuilder<ArrangementBrief>();
        var readable = found.Documents.Where(ArrangementRecords.Kind.CanRead).ToArray();
        foreach (var state in readable.Select(d => Ledger.Read<Arrangement>(d).State))
            if (await named.ChildAsync(state.Plan.Child) is { } child && await named.HomeAsync(state.Home) is { } home)
            {
                var worker = await named.WorkerAsync(state.Plan.Worker);
                var sight = Sights.Of(caller, person, child, home, worker, clock.GetUtcNow());
                if (sight is not Sight.None)
                    items.Add(ArrangementBrief.Of(state, sight is Sight.Family && child.WhereaboutsWithheld));
            }
        var unreadable = found.Documents.Length - readable.Length;
        return new(items.ToImmutable(), found.Continuation) { Unreadable = unreadable > 0 ? unreadable : null };
    }

    // The same few children, homes and workers recur on a page; each is read once for it.
    private sealed class Named(RegisterReader registers, CancellationToken ct)
    {
        private readonly Dictionary<ChildId, Child?> children = [];
        private readonly Dictionary<HomeId, Home?> homes = [];
        private readonly Dictionary<PersonId, Person?> workers = [];

        public async ValueTask<Child?> ChildAsync(ChildId id) =>
            children.TryGetValue(id, out var known) ? known : children[id] = await registers.ChildAsync(id, ct);

        public async ValueTask<Home?> HomeAsync(HomeId id) =>
            homes.TryGetValue(id, out var known) ? known : homes[id] = await registers.HomeAsync(id, ct);

        public async ValueTask<Person?> WorkerAsync(PersonId id) =>
            workers.TryGetValue(id, out var known) ? known : workers[id] = await registers.PersonAsync(id, ct);
    }
}
