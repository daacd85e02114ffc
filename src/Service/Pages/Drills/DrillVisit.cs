using System.Collections.Immutable;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Drills;

/// <summary>Somebody at the link of a drill.</summary>
/// <param name="Address">Where the link is kept.</param>
/// <param name="Link">The link.</param>
/// <param name="Drill">The drill.</param>
/// <param name="Home">Its home.</param>
/// <param name="Policy">The policy whose clocks hold.</param>
/// <param name="People">Who has taken part.</param>
/// <param name="Now">This moment.</param>
/// <param name="Path">The link's path, where its forms go.</param>
public sealed record DrillVisit(
    LinkAddress Address,
    LinkRecord Link,
    Drill Drill,
    Home Home,
    Policy Policy,
    ImmutableArray<Person> People,
    DateTimeOffset Now,
    string Path
) : RecordVisit(Address, Link, People, Now, Path);
