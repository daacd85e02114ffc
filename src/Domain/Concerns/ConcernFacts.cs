using System.Collections.Immutable;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Concerns;

/// <summary>What is known when something is decided about a concern.</summary>
/// <param name="Home">The home whose managers look into it.</param>
/// <param name="Child">The child.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Involved">Whom it is about, and who was with the child, as far as the register knows them.</param>
/// <param name="Actor">Who asks something of it; null when a clock does.</param>
public sealed record ConcernFacts(Home Home, Child Child, Policy Policy, ImmutableArray<Person> Involved, Person? Actor = null);
