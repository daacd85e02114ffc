using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Assessments;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>The register documents that a step looked at, as they were.</summary>
/// <param name="Facts">What they say.</param>
/// <param name="Known">Their versions, for the history.</param>
/// <param name="Seen">Their store versions, to look again after the commit.</param>
public sealed record FactsRead(Facts Facts, ImmutableSortedDictionary<string, int> Known, ImmutableArray<DocumentWanted> Seen);

/// <summary>Reads the registers.</summary>
/// <param name="cache">Entries read before, checked against the store's version.</param>
/// <param name="store">The store.</param>
public sealed class RegisterReader(RecordCache cache, IDocumentStore store)
{
    // A version never changes.
    private readonly ConcurrentDictionary<int, Policy> policies = new();

    /// <summary>Reads a person.</summary>
    /// <param name="id">Who.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The person, or null.</returns>
    public async ValueTask<Person?> PersonAsync(PersonId id, CancellationToken ct) =>
        (await cache.ReadAsync(RegisterKinds.People, id.Value, ct))?.State;

    /// <summary>Reads people.</summary>
    /// <param name="ids">Who.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Those that the register knows, each once.</returns>
    public async ValueTask<ImmutableArray<Person>> PeopleAsync(IEnumerable<PersonId> ids, CancellationToken ct)
    {
        var (records, distinct) = (new RecordsRead(), ids.Distinct().ToArray());
        foreach (var id in distinct)
            records.Want(RegisterKinds.People, id.Value);
        await cache.ReadAsync(records, ct);
        return [.. distinct.Select(id => records.Of(RegisterKinds.People, id.Value)?.State).OfType<Person>()];
    }

    /// <summary>Reads a child.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The child, or null.</returns>
    public async ValueTask<Child?> ChildAsync(ChildId id, CancellationToken ct) =>
        (await cache.ReadAsync(RegisterKinds.Children, id.Value, ct))?.State;

    /// <summary>Reads a home.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The home, or null.</returns>
    public async ValueTask<Home?> HomeAsync(HomeId id, CancellationToken ct) =>
        (await cache.ReadAsync(RegisterKinds.Homes, id.Value, ct))?.State;

    /// <summary>Reads an assessment.</summary>
    /// <param name="key">Which.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The assessment, or null.</returns>
    public async ValueTask<Assessment?> AssessmentAsync(AssessmentKey key, CancellationToken ct) =>
        (await cache.ReadAsync(AssessmentRecords.Kind, key.ToString(), ct))?.State;

    /// <summary>Reads the policy that holds for new arrangements.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The policy; the defaults until an organisation has set its own.</returns>
    public async ValueTask<Policy> CurrentPolicyAsync(CancellationToken ct) =>
        (await cache.ReadAsync(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId, ct))?.State ?? Policy.Default;

    /// <summary>Reads a version of the policy.</summary>
    /// <param name="version">Which, from 1.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The version; the defaults for version 1 of an organisation that has not set its own.</returns>
    public async ValueTask<Policy> PolicyAsync(int version, CancellationToken ct)
    {
        if (version <= Policy.Default.Version)
            return Policy.Default;
        if (policies.TryGetValue(version, out var known))
            return known;
        if (await store.ReadAsync(RegisterKinds.PolicyKey(version), ct) is not { } written)
            return Policy.Default;
        var entry = JsonSerializer.Deserialize<HistoryEntry>(written.Json.Span, WireFormat.Options)!;
        var content = JsonSerializer.Deserialize<HistoryContent>(entry.Content!, WireFormat.Options)!;
        return policies[version] = content.Event.Deserialize<RegisterWritten<Policy>>(WireFormat.Options)!.Entry;
    }

    /// <summary>
    /// Reads all that a step of one arrangement may look at: all that can be named at once, and then what hangs on who child and worker are.
    /// No document is read twice.
    /// </summary>
    /// <param name="child">The child.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="home">The home that answers for it; null for the child's present home.</param>
    /// <param name="policyVersion">The policy version that it is judged under; null for the current one.</param>
    /// <param name="actor">Who gives the command; null for a clock.</param>
    /// <param name="named">Whom the command names.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts; null when child, worker, home or actor is not in the register.</returns>
    public ValueTask<FactsRead?> FactsAsync(
        ChildId child,
        PersonId worker,
        HomeId? home,
        int? policyVersion,
        PersonId? actor,
        IReadOnlyCollection<PersonId> named,
        CancellationToken ct
    ) => FactsAsync(child, worker, null, home, policyVersion, actor, named, ct);

    /// <summary>The same for a plan, with the agreement that it was made under.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="home">The home that answers for it; null for the child's present home.</param>
    /// <param name="policyVersion">The policy version that it is judged under; null for the current one.</param>
    /// <param name="actor">Who gives the command; null for a clock.</param>
    /// <param name="named">Whom the command names.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts; null when child, worker, home or actor is not in the register.</returns>
    public ValueTask<FactsRead?> FactsAsync(
        Plan plan,
        HomeId? home,
        int? policyVersion,
        PersonId? actor,
        IReadOnlyCollection<PersonId> named,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        return FactsAsync(plan.Child, plan.Worker, plan.Under, home, policyVersion, actor, named, ct);
    }

    /// <summary>Reads the open arrangements of a plan's worker and of its child.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Each of them once, its own among them.</returns>
    public async ValueTask<ImmutableArray<Arrangement>> CompanyAsync(Plan plan, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var company = ImmutableArray.CreateBuilder<Arrangement>();
        foreach (
            var open in new DocumentQuery[]
            {
                new(Queries.OpenArrangementsOfWorker, plan.Worker.Value, "1"),
                new(Queries.OpenArrangementsOfChild, plan.Child.Value, "1"),
            }
        )
        await foreach (var arrangement in store.StatesAsync<Arrangement>(open, ct))
            company.Add(arrangement);
        return [.. company.DistinctBy(arrangement => arrangement.Id)];
    }

    private async ValueTask<FactsRead?> FactsAsync(
        ChildId child,
        PersonId worker,
        ArrangementId? under,
        HomeId? home,
        int? policyVersion,
        PersonId? actor,
        IReadOnlyCollection<PersonId> named,
        CancellationToken ct
    )
    {
        var reading = new FactsReading();
        if (under is { } agreement)
            reading.Want(agreement);
        reading.Want(child);
        foreach (var person in (PersonId[])[worker, .. named, .. actor is { } by ? [by] : Array.Empty<PersonId>()])
            reading.Want(person);
        reading.Want(AssessmentKey.ForChild(child), AssessmentKey.ForWorker(worker), AssessmentKey.ForPair(child, worker));
        if (home is { } answering)
            reading.Want(answering);
        if (policyVersion is null)
            reading.WantCurrentPolicy();
        await cache.ReadAsync(reading.Records, ct);
        if (reading.Take(child) is not { } theChild || reading.Take(worker) is not { } theWorker)
            return null;
        reading.Want(home ?? theChild.Home);
        if (theWorker.LoneWorkingIntegral)
            reading.Want(AssessmentKey.ForRole(worker));
        await cache.ReadAsync(reading.Records, ct);
        var theActor = actor is { } who ? reading.Take(who) : null;
        if (reading.Take(home ?? theChild.Home) is not { } theHome || (actor is not null && theActor is null))
            return null;
        var facts = new Facts
        {
            Policy = policyVersion is { } version ? await PolicyAsync(version, ct) : reading.CurrentPolicy,
            Home = theHome,
            Child = theChild,
            Worker = theWorker,
            Actor = theActor,
            Named = [.. named.Select(reading.Take).OfType<Person>()],
            ChildAssessment = reading.Take(AssessmentKey.ForChild(child)),
            WorkerAssessment = reading.Take(AssessmentKey.ForWorker(worker)),
            PairAssessment = reading.Take(AssessmentKey.ForPair(child, worker)),
            Agreement = under is { } its ? reading.Take(its) : null,
            RoleAssessment = theWorker.LoneWorkingIntegral ? reading.Take(AssessmentKey.ForRole(worker)) : null,
        };
        return new(facts, reading.Known.ToImmutable().SetItem("policy", facts.Policy.Version), reading.Seen);
    }

    /// <summary>Whether a register document that a step looked at has changed since.</summary>
    /// <param name="seen">The documents, as they were.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>True when at least one has.</returns>
    public async ValueTask<bool> HaveChangedAsync(ImmutableArray<DocumentWanted> seen, CancellationToken ct) =>
        (await store.ReadManyAsync(seen, ct)).Zip(seen, IsChanged).Any(changed => changed);

    private static bool IsChanged(DocumentRead now, DocumentWanted seen) =>
        seen.Held is null ? now is not DocumentRead.Missing : now is not DocumentRead.NotModified;
}
