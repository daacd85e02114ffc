using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>How much of a child's sections a caller sees, besides what they wrote themselves. They are special-category data.</summary>
public enum SectionsSight
{
    /// <summary>Which duties are answered, and not how.</summary>
    None,

    /// <summary>What somebody needs who spends time with the child (L-04, L-12, L-13, L-15): neither L-10 nor L-11, nor who was consulted.</summary>
    WithTheChild,

    /// <summary>All of it: the managers of the home.</summary>
    All,
}

/// <summary>Decides it.</summary>
/// <param name="registers">The registers.</param>
/// <param name="store">Answers queries.</param>
public sealed class SectionsSights(RegisterReader registers, IDocumentStore store)
{
    /// <summary>How much a caller sees.</summary>
    /// <param name="key">Of which assessment.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="home">The home that answers for it.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The sight.</returns>
    public async ValueTask<SectionsSight> OfAsync(
        AssessmentKey key,
        Caller caller,
        Person person,
        Home home,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        key is not { Kind: AssessmentKind.Child, Child: { } child } ? SectionsSight.None
        : Sights.IsManager(caller, person, home, now) ? SectionsSight.All
        : Sights.OfHome(caller, person, home, now) is Sight.Colleague && await IsWithAsync(child, person.Id, ct)
            ? SectionsSight.WithTheChild
        : SectionsSight.None;

    /// <summary>The same without a look into the store: a list shows no sections, and only managers see all of them.</summary>
    internal static SectionsSight OfManager(Caller caller, Person person, Home home, DateTimeOffset now) =>
        Sights.IsManager(caller, person, home, now) ? SectionsSight.All : SectionsSight.None;

    // A proposed pair does not count: anybody of the home can propose one. An arrangement needs an agreed pair, or was an unplanned start.
    private async ValueTask<bool> IsWithAsync(ChildId child, PersonId worker, CancellationToken ct)
    {
        if (await registers.AssessmentAsync(AssessmentKey.ForPair(child, worker), ct) is { InForce: not null })
            return true;
        var query = new DocumentQuery(Queries.ArrangementsOfWorker, worker.Value) { Limit = DocumentQuery.MaximumLimit };
        return await store.StatesAsync<Arrangement>(query, ct).AnyAsync(arrangement => arrangement.Plan.Child == child, ct);
    }
}
