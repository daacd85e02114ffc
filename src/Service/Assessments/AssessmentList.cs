using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>Lists a home's assessments, and its children without one.</summary>
/// <param name="reader">Knows what a caller may see.</param>
/// <param name="registers">The registers.</param>
/// <param name="store">Answers queries.</param>
/// <param name="clock">The product's clock.</param>
public sealed class AssessmentList(AssessmentReader reader, RegisterReader registers, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Lists them.</summary>
    /// <param name="home">Of which home.</param>
    /// <param name="lapse">Only those with this lapse; null for all.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The list, by key; null when the caller may not know of the home.</returns>
    public async ValueTask<ImmutableArray<AssessmentBrief>?> OfAsync(HomeId home, Lapse? lapse, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await registers.PersonAsync(caller.Person, ct) is not { } person || await registers.HomeAsync(home, ct) is not { } its)
            return null;
        if (Sights.OfHome(caller, person, its, now) is Sight.None)
            return null;
        var children = (await AllAsync<Child>(new(Queries.ChildrenOfHome, home.Value), ct)).ToDictionary(child => child.Id);
        var written = await AllAsync<Assessment>(new(Queries.AssessmentsOfHome, home.Value), ct);
        var unwritten = children.Keys.Select(AssessmentKey.ForChild).Except(written.Select(state => state.Key));
        var sight = SectionsSights.OfManager(caller, person, its, now);
        var list = ImmutableArray.CreateBuilder<AssessmentBrief>();
        foreach (var (key, state) in written.Select(s => (s.Key, (Assessment?)s)).Concat(unwritten.Select(k => (k, (Assessment?)null))))
        {
            var child = key is { Kind: AssessmentKind.Child, Child: { } id } ? children.GetValueOrDefault(id) : null;
            var lapses = Lapses.Of(state, child, its.DayOf(now), now);
            if (
                (lapse is not { } wanted || lapses.Contains(wanted))
                && await reader.SightAsync(key, its, caller, person, ct) is not Sight.None
            )
                list.Add(Say(key, state?.InForce, lapses, v => ReviewDates.AreFor(key, v.WrittenBy, person.Id, sight), now));
        }
        return [.. list.OrderBy(brief => brief.Key, StringComparer.Ordinal)];
    }

    private static AssessmentBrief Say(
        AssessmentKey key,
        AssessmentVersion? version,
        ImmutableArray<Lapse> lapses,
        Func<AssessmentVersion, bool> dated,
        DateTimeOffset now
    ) =>
        new(
            key.ToString(),
            version?.ContentVersion,
            version?.Outcome,
            version?.Ended == true,
            version is not null && dated(version) ? version.ReviewDue : null,
            version is null ? null : ReviewDates.StateOf(version, now),
            lapses
        );

    private ValueTask<List<TState>> AllAsync<TState>(DocumentQuery query, CancellationToken ct) =>
        store.StatesAsync<TState>(query with { Limit = DocumentQuery.MaximumLimit }, ct).ToListAsync(ct);
}
