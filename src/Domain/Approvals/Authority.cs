using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Approvals;

/// <summary>What power a person has over an arrangement: by role in the home, or as a deputy on call now (open point 2b).</summary>
public static class Authority
{
    private static readonly Role[] Managers = [Role.ServiceManager, Role.HomesManager, Role.SeniorManager];

    /// <summary>The highest management role that this person may act with in this home now.</summary>
    /// <param name="person">Who acts.</param>
    /// <param name="home">The home.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The role, or null when the person has none here.</returns>
    public static Role? Of(Person person, Home home, DateTimeOffset now)
    {
        foreach (var role in Managers)
            if (home.Empowers(person, role, now))
                return role;
        return null;
    }

    /// <summary>Whether this person may decide an override (L-06).</summary>
    /// <param name="person">Who acts.</param>
    /// <param name="home">The home.</param>
    /// <param name="now">This moment.</param>
    /// <returns>True for a homes manager or service manager of this home.</returns>
    public static bool MayOverride(Person person, Home home, DateTimeOffset now) =>
        home.Empowers(person, Role.HomesManager, now) || home.Empowers(person, Role.ServiceManager, now);

    /// <summary>Whether this person answers for what happens with this worker: a manager of the home, and the adult whom a worker outside any organisation has nominated (G-06).</summary>
    /// <param name="person">Who acts.</param>
    /// <param name="home">The home.</param>
    /// <param name="worker">The worker; never answers for themselves.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Whether the person does.</returns>
    public static bool AnswersFor(Person person, Home home, Person worker, DateTimeOffset now) =>
        person.Id != worker.Id
        && (
            worker.Engagement is Engagement.Independent outside && outside.NominatedAdult == person.Id || Of(person, home, now) is not null
        );

    /// <summary>The adult whom a worker outside any organisation has nominated (G-06), as long as that adult may know of the child.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="child">The child.</param>
    /// <returns>The adult; null for any other worker, and when the adult is barred.</returns>
    public static PersonId? NominatedAdult(Person worker, Child child) =>
        worker.Engagement is Engagement.Independent outside && !child.IsBarred(outside.NominatedAdult) ? outside.NominatedAdult : null;

    /// <summary>Whether this person works in this home in any role.</summary>
    /// <param name="person">Who acts.</param>
    /// <param name="home">The home.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Whether the person does.</returns>
    public static bool IsStaff(Person person, Home home, DateTimeOffset now) =>
        home.Empowers(person, Role.Worker, now) || Of(person, home, now) is not null;
}
