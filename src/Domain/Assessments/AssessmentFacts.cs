using System.Collections.Immutable;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Assessments;

/// <summary>What is known when a command on an assessment is decided.</summary>
/// <param name="Key">What the assessment is about.</param>
/// <param name="Home">The home whose managers answer for it.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="People">At least who asks, who wrote the content, and the worker of the key.</param>
/// <param name="Child">The child of the key; null for a worker's and a role assessment.</param>
public sealed record AssessmentFacts(AssessmentKey Key, Home Home, Policy Policy, ImmutableArray<Person> People, Child? Child)
{
    /// <summary>Finds a person among the facts.</summary>
    /// <param name="id">Who.</param>
    /// <returns>The person; null when the register does not know them.</returns>
    public Person? Find(PersonId id) => People.FirstOrDefault(person => person.Id == id);

    /// <summary>The responsible adult of an independent worker (G-06).</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>The nominated adult; null for everybody who is not independent.</returns>
    public PersonId? NominatedAdultOf(PersonId worker) => (Find(worker)?.Engagement as Engagement.Independent)?.NominatedAdult;
}
