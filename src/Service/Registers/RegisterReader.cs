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
public sealed record FactsRead(
    Facts Facts,
    ImmutableSortedDictionary<string, int> Known,
    ImmutableArray<(DocumentKey Key, string? ETag)> Seen
);

/// <summary>Reads the registers.</summary>
/// <param name="cache">Entries read before, checked against the store's version.</param>
/// <param name="store">The store.</param>
public sealed class RegisterReader(RecordCache cache, IDocumentStore store)
{
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
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var id in ids.Distinct())
            if (await PersonAsync(id, ct) is { } person)
                people.Add(person);
        return people.ToImmutable();
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
        var current = await CurrentPolicyAsync(ct);
        if (version == current.Version)
            return current;
        if (version <= Policy.Default.Version || await store.ReadAsync(RegisterKinds.PolicyKey(version), ct) is not { } written)
            return Policy.Default;
        var entry = JsonSerializer.Deserialize<HistoryEntry>(written.Json.Span, WireFormat.Options)!;
        var content = JsonSerializer.Deserialize<HistoryContent>(entry.Content!, WireFormat.Options)!;
        return content.Event.Deserialize<RegisterWritten<Policy>>(WireFormat.Options)!.Entry;
    }

    /// <summary>Reads all that a step of one arrangement may look at.</summary>
    /// <param name="child">The child.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="home">The home that answers for it; null for the child's present home.</param>
    /// <param name="policyVersion">The policy version that it is judged under; null for the current one.</param>
    /// <param name="actor">Who gives the command; null for a clock.</param>
    /// <param name="named">Whom the command names.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts; null when child, worker, home or actor is not in the register.</returns>
    public async ValueTask<FactsRead?> FactsAsync(
        ChildId child,
        PersonId worker,
        HomeId? home,
        int? policyVersion,
        PersonId? actor,
        IReadOnlyCollection<PersonId> named,
        CancellationToken ct
    )
    {
        var reading = new Reading(cache, ct);
        if (await reading.Take(RegisterKinds.Children, child.Value) is not { } theChild)
            return null;
        if (await reading.Take(RegisterKinds.People, worker.Value) is not { } theWorker)
            return null;
        if (await reading.Take(RegisterKinds.Homes, (home ?? theChild.Home).Value) is not { } theHome)
            return null;
        var theActor = actor is { } by ? await reading.Take(RegisterKinds.People, by.Value) : null;
        if (actor is not null && theActor is null)
            return null;
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var id in named)
            if (await reading.Take(RegisterKinds.People, id.Value) is { } person)
                people.Add(person);
        var facts = new Facts
        {
            Policy = policyVersion is { } version ? await PolicyAsync(version, ct) : await CurrentPolicyAsync(ct),
            Home = theHome,
            Child = theChild,
            Worker = theWorker,
            Actor = theActor,
            Named = people.ToImmutable(),
            ChildAssessment = await reading.Take(AssessmentKey.ForChild(child)),
            WorkerAssessment = await reading.Take(AssessmentKey.ForWorker(worker)),
            PairAssessment = await reading.Take(AssessmentKey.ForPair(child, worker)),
            RoleAssessment = theWorker.LoneWorkingIntegral ? await reading.Take(AssessmentKey.ForRole(worker)) : null,
        };
        return new(facts, reading.Known.ToImmutable().SetItem("policy", facts.Policy.Version), reading.Seen.ToImmutable());
    }

    /// <summary>Whether a register document that a step looked at has changed since.</summary>
    /// <param name="seen">The documents, as they were.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>True when at least one has.</returns>
    public async ValueTask<bool> HaveChangedAsync(ImmutableArray<(DocumentKey Key, string? ETag)> seen, CancellationToken ct)
    {
        var now = await store.ReadETagsAsync([.. seen.Select(s => s.Key)], ct);
        return !now.SequenceEqual(seen.Select(s => s.ETag));
    }

    private sealed class Reading(RecordCache cache, CancellationToken ct)
    {
        public ImmutableSortedDictionary<string, int>.Builder Known { get; } = ImmutableSortedDictionary.CreateBuilder<string, int>();

        public ImmutableArray<(DocumentKey, string?)>.Builder Seen { get; } = ImmutableArray.CreateBuilder<(DocumentKey, string?)>();

        public async ValueTask<T?> Take<T>(RegisterRecords<T> kind, string id)
            where T : class
        {
            var found = await cache.ReadAsync(kind, id, ct);
            Seen.Add((kind.KeyOf(id), found?.ETag));
            if (found is not null)
                Known[kind.PartitionOf(id)] = kind.VersionOf(found.State);
            return found?.State;
        }

        public async ValueTask<Assessment?> Take(AssessmentKey key)
        {
            var id = key.ToString();
            var found = await cache.ReadAsync(AssessmentRecords.Kind, id, ct);
            Seen.Add((AssessmentRecords.Kind.KeyOf(id), found?.ETag));
            if (found?.State.InForce is { } version)
                Known[AssessmentRecords.Kind.PartitionOf(id)] = version.ContentVersion;
            return found?.State;
        }
    }
}
