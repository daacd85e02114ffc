using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Registers;

/// <summary>Who somebody of a home's staff is, as an inspector of that home may look it up: nothing to reach them by.</summary>
/// <param name="Id">Their id, as reports have it.</param>
/// <param name="Name">Their name.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="Homes">The homes where they work that the inspector inspects too.</param>
/// <param name="LeftOn">When they left; null while they work there.</param>
public sealed record StaffMember(PersonId Id, string Name, ImmutableArray<Role> Roles, ImmutableArray<HomeId> Homes, DateOnly? LeftOn)
{
    /// <summary>What an inspector may know of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="inspector">The same, as the register has them.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Who they are; null when they are none of the staff of a home that the caller inspects.</returns>
    internal static StaffMember? Of(Person person, Caller caller, Person inspector, DateTimeOffset now)
    {
        var shared = person.Homes.Intersect(inspector.Homes).ToImmutableArray();
        var inspects =
            caller.IsAny(Role.Inspector)
            && inspector.Has(Role.Inspector)
            // A day later than anywhere on earth: nobody is shut out on their last day.
            && !inspector.HasLeft(DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12)));
        return inspects && !shared.IsEmpty && person.Roles.Any(role => role.IsStaff())
            ? new(person.Id, person.Name, person.Roles, shared, person.LeftOn)
            : null;
    }
}
