using System.Collections.Immutable;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;

namespace OneToOne.Service.Registers;

/// <summary>What powers whoever keeps the register may give by it, and whose mail they may turn.</summary>
internal static class Powers
{
    private static readonly ImmutableArray<Role> ForAdministrators = [Role.Administrator, Role.Inspector, Role.ServiceManager];

    public static Finding? Refuse(Person person, Person? before, RegistrarScope scope, Caller caller)
    {
        var roles = Difference(person.Roles, before?.Roles ?? []);
        var homes = Difference(person.Homes, before?.Homes ?? []);
        if (caller.Person == person.Id && (roles.Except([Role.Administrator]).Any() || homes.Any() || person.LeftOn != before?.LeftOn))
            return Who("Nobody gives power to themselves.", "Have somebody else who keeps the register do it.", "roles");
        if (scope.Everywhere)
            return null;
        if (roles.Intersect(ForAdministrators).Any())
            return Who(
                "Only an administrator makes somebody administrator, inspector or service manager, or takes it from them.",
                "Ask an administrator.",
                "roles"
            );
        if (!scope.AsServiceManager && roles.Contains(Role.HomesManager))
            return Who(
                "A homes manager neither makes nor unmakes another.",
                "Ask a service manager of the home, or an administrator.",
                "roles"
            );
        if (!homes.All(scope.Covers) || !person.Homes.Any(scope.Covers))
            return Who("You keep the register of your own homes.", "Give the homes that are yours, at least one.", "homes");
        return before is null || caller.Person == person.Id ? null : Peer(person, before, scope);
    }

    // Whoever turns the mail of somebody at their own level or above reads what is meant for them, and answers it.
    private static Finding? Peer(Person person, Person before, RegistrarScope scope) =>
        !before.Roles.Any(role => ForAdministrators.Contains(role) || (role is Role.HomesManager && !scope.AsServiceManager)) ? null
        : person.Email != before.Email ? Above("email")
        : person.Webhook != before.Webhook ? Above("webhook")
        : person.LeftOn != before.LeftOn ? Above("leftOn")
        : Difference(person.Homes, before.Homes).Any() ? Above("homes")
        : null;

    private static Finding Above(string field) =>
        Who(
            "How somebody at your own level or above is reached, where they work and when they left is not for you to change.",
            "Ask an administrator; of a homes manager, also a service manager of the home.",
            field
        );

    private static IEnumerable<T> Difference<T>(ImmutableArray<T> after, ImmutableArray<T> before) =>
        after.Except(before).Concat(before.Except(after));

    private static Finding Who(string problem, string lift, string field) => new("who", DutyKind.Hard, problem, lift, field);
}
