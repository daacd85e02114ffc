using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Registers;

/// <summary>
/// Which part of the registers a caller keeps: an administrator all of it, a homes or service manager that of their own homes.
/// </summary>
/// <param name="Everywhere">Whether it is all of it.</param>
/// <param name="Homes">The homes, where it is not.</param>
internal sealed record RegistrarScope(bool Everywhere, ImmutableArray<HomeId> Homes)
{
    /// <summary>Whether the caller keeps it as a service manager, in the token and in the register.</summary>
    public bool AsServiceManager { get; private init; }

    /// <summary>Whether a home is in it.</summary>
    public bool Covers(HomeId home) => Everywhere || Homes.Contains(home);

    /// <summary>Whether a person belongs to it.</summary>
    public bool Covers(Person person) => Everywhere || person.Homes.Any(Homes.Contains);

    /// <summary>The part that a caller keeps. The first administrator is not in any register yet, and keeps all of it.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="person">The same person, as the register has them; null when it does not.</param>
    /// <param name="now">This moment.</param>
    public static RegistrarScope Of(Caller caller, Person? person, DateTimeOffset now)
    {
        // A day later than anywhere on earth: nobody is shut out on their last day.
        if (person?.HasLeft(DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12))) == true)
            return new(false, []);
        if (caller.IsAny(Role.Administrator) && person?.Has(Role.Administrator) != false)
            return new(true, []);
        var service = Holds(caller, person, Role.ServiceManager);
        return new(false, service || Holds(caller, person, Role.HomesManager) ? person!.Homes : []) { AsServiceManager = service };
    }

    private static bool Holds(Caller caller, Person? person, Role role) => caller.IsAny(role) && person?.Has(role) == true;
}
