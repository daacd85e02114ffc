using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Concerns;

/// <summary>Reads what a step of a concern may look at.</summary>
/// <param name="cache">Entries read before, checked against the store's version.</param>
public sealed class ConcernRegisters(RecordCache cache)
{
    /// <summary>Reads it for a concern that there is.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="actor">Who asks something of it; null for a clock.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts and the versions of what was read; null when child, home or actor is not in the register.</returns>
    public ValueTask<(ConcernFacts Facts, ImmutableSortedDictionary<string, int> Known)?> FactsAsync(
        Concern concern,
        PersonId? actor,
        CancellationToken ct
    ) => FactsAsync(concern.Child, concern.Home, [concern.About, concern.With], actor, ct);

    /// <summary>Reads it for a concern that is about to begin.</summary>
    /// <param name="child">The child.</param>
    /// <param name="home">The home; null for the child's present one.</param>
    /// <param name="involved">Whom it is about, and who was with the child.</param>
    /// <param name="actor">Who raises it; null for a clock.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts and the versions of what was read; null when child, home or actor is not in the register.</returns>
    public async ValueTask<(ConcernFacts Facts, ImmutableSortedDictionary<string, int> Known)?> FactsAsync(
        ChildId child,
        HomeId? home,
        ImmutableArray<PersonId?> involved,
        PersonId? actor,
        CancellationToken ct
    )
    {
        var reading = new FactsReading();
        var people = involved.OfType<PersonId>().Distinct().ToArray();
        reading.Want(child);
        foreach (var person in people.Concat(actor is { } by ? [by] : []).Distinct())
            reading.Want(person);
        reading.WantCurrentPolicy();
        await cache.ReadAsync(reading.Records, ct);
        if (reading.Take(child) is not { } theChild)
            return null;
        reading.Want(home ?? theChild.Home);
        await cache.ReadAsync(reading.Records, ct);
        if (reading.Take(home ?? theChild.Home) is not { } theHome)
            return null;
        var theActor = actor is { } id ? reading.Take(id) : null;
        if (actor is not null && theActor is null)
            return null;
        var policy = reading.CurrentPolicy;
        var facts = new ConcernFacts(theHome, theChild, policy, [.. people.Select(reading.Take).OfType<Person>()], theActor);
        return (facts, reading.Known.ToImmutable().SetItem("policy", policy.Version));
    }
}
