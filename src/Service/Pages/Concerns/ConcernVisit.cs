using System.Collections.Immutable;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Concerns;

/// <summary>Somebody at the link of a concern.</summary>
/// <param name="Address">Where the link is kept.</param>
/// <param name="Link">The link.</param>
/// <param name="Concern">The concern.</param>
/// <param name="Facts">The registers; the actor is the link's person.</param>
/// <param name="People">Whom the page names.</param>
/// <param name="Now">This moment.</param>
/// <param name="Path">The link's path, where its forms go.</param>
public sealed record ConcernVisit(
    LinkAddress Address,
    LinkRecord Link,
    Concern Concern,
    ConcernFacts Facts,
    ImmutableArray<Person> People,
    DateTimeOffset Now,
    string Path
) : RecordVisit(Address, Link, People, Now, Path);
