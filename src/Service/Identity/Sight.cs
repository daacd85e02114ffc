using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>As what a caller looks at a child's affairs; what they are shown follows from it.</summary>
public enum Sight
{
    /// <summary>They may not even know that there is anything.</summary>
    None,

    /// <summary>A parent, carer or the placing authority.</summary>
    Family,

    /// <summary>Somebody who inspects: sees, and changes nothing.</summary>
    Inspector,

    /// <summary>Somebody who works in the home, or the nominated adult of a worker outside any organisation.</summary>
    Colleague,

    /// <summary>A homes or service manager of the home, or who stands in for one now.</summary>
    Head,
}

/// <summary>
/// Decides what a caller sees. A role counts only if both the token and the register say so; who has left or is barred sees nothing.
/// </summary>
public static class Sights
{
    /// <summary>How a caller sees the affairs of a home.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="home">The home.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The sight; families have none of a whole home.</returns>
    public static Sight OfHome(Caller caller, Person person, Home home, DateTimeOffset now) =>
        !person.Homes.Contains(home.Id) || HasLeft(person, home, now) ? Sight.None
        : IsHead(caller, person, home, now) ? Sight.Head
        : Holds(caller, person, Role.Worker) || Holds(caller, person, Role.SeniorManager) ? Sight.Colleague
        : Holds(caller, person, Role.Inspector) ? Sight.Inspector
        : Sight.None;

    /// <summary>Whether a caller is one of the home's managers now, at any of the three levels, or stands in for one.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="home">The home.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Whether they are.</returns>
    public static bool IsManager(Caller caller, Person person, Home home, DateTimeOffset now) =>
        OfHome(caller, person, home, now) switch
        {
            Sight.Head => true,
            Sight.None => false,
            _ => Holds(caller, person, Role.SeniorManager) || home.OnCall.IsDeputy(person.Id, Role.SeniorManager, now),
        };

    /// <summary>How a caller sees what concerns a child and, perhaps, a worker.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="person">The same person, as the register has them.</param>
    /// <param name="child">The child.</param>
    /// <param name="home">The home that answers for it.</param>
    /// <param name="worker">The worker; null when it is about none.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The sight.</returns>
    public static Sight Of(Caller caller, Person person, Child child, Home home, Person? worker, DateTimeOffset now) =>
        child.IsBarred(person.Id) || HasLeft(person, home, now) ? Sight.None
        : OfHome(caller, person, home, now) is var sight and not Sight.None ? sight
        : IsNominated(person, worker) ? Sight.Colleague
        : IsFamily(caller, person, child) ? Sight.Family
        : Sight.None;

    /// <summary>Whether a person is the adult whom a worker outside any organisation has nominated (G-06).</summary>
    /// <param name="person">The person.</param>
    /// <param name="worker">The worker, if any.</param>
    /// <returns>Whether they are.</returns>
    public static bool IsNominated(Person person, Person? worker) =>
        worker?.Engagement is Engagement.Independent { NominatedAdult: var adult } && adult == person.Id;

    // Most have not: the day in the home's time zone is asked for only where it matters.
    private static bool HasLeft(Person person, Home home, DateTimeOffset now) =>
        person.LeftOn is not null && person.HasLeft(home.DayOf(now));

    private static bool IsHead(Caller caller, Person person, Home home, DateTimeOffset now) =>
        Holds(caller, person, Role.HomesManager)
        || Holds(caller, person, Role.ServiceManager)
        || home.OnCall.IsDeputy(person.Id, Role.HomesManager, now)
        || home.OnCall.IsDeputy(person.Id, Role.ServiceManager, now);

    private static bool IsFamily(Caller caller, Person person, Child child) =>
        (Holds(caller, person, Role.ParentOrCarer) && child.Responsible.Any(r => r.Person == person.Id))
        || (Holds(caller, person, Role.PlacingAuthority) && child.PlacingAuthority.Contains(person.Id));

    private static bool Holds(Caller caller, Person person, Role role) => caller.IsAny(role) && person.Has(role);
}
