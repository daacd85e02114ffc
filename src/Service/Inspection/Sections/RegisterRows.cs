using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>What one entry of a register's history changed about policy, on-call list, roles and addresses.</summary>
internal static class RegisterRows
{
    private static readonly ImmutableArray<Role> OfFamilies = [Role.ParentOrCarer, Role.PlacingAuthority];

    public static IEnumerable<RegisterRow> Of(Moment<Policy, RegisterWritten<Policy>> moment)
    {
        if (moment is { Event: not null, After: { } after })
            yield return Row(
                moment,
                RegisterStep.Policy,
                after.Version,
                RegisterHistories.Between(moment.Before ?? Policy.Default, after).Select(change => change.Field)
            );
    }

    public static IEnumerable<RegisterRow> Of(Moment<Home, RegisterWritten<Home>> moment)
    {
        if (moment is not { Event: not null, After: { } after })
            yield break;
        var levels = OnCallList.LevelRoles.Where(role => OnCallKeeping.Differs(role, moment.Before, after)).Select(Name).ToArray();
        if (levels.Length > 0)
            yield return Row(moment, RegisterStep.OnCall, after.Version, levels);
    }

    /// <summary>The roles that somebody of the staff has in one home, and all that somebody has who answers for a child there; and that they are reached elsewhere.</summary>
    public static IEnumerable<RegisterRow> Of(Moment<Person, RegisterWritten<Person>> moment, Home home, bool answersForChild)
    {
        if (moment is not { Event: not null, After: { } after })
            yield break;
        var before = moment.Before;
        var (had, has) = (Roles(before), Roles(after));
        foreach (var (what, roles) in new[] { (RegisterStep.RolesGiven, has.Except(had)), (RegisterStep.RolesTaken, had.Except(has)) })
            if (roles.Select(Name).ToArray() is { Length: > 0 } named)
                yield return Row(moment, what, after.Version, named) with
                {
                    Person = after.Id,
                };
        if (before?.IsReachedAs(after) == false && (answersForChild || IsIn(home, before) || IsIn(home, after)))
            yield return Row(moment, RegisterStep.AddressChanged, after.Version, Addresses(before, after)) with
            {
                Person = after.Id,
            };

        IEnumerable<Role> Roles(Person? person) => answersForChild ? person?.Roles ?? [] : RolesIn(home, person);
    }

    public static RegisterRow Row<T>(Moment<T, RegisterWritten<T>> moment, RegisterStep what, int version, IEnumerable<string> fields)
        where T : class => new(what, moment.At, moment.Content?.By, version, [.. fields], null, null, null, null, null, null);

    // Which of them, and never what they say.
    private static IEnumerable<string> Addresses(Person before, Person after)
    {
        if (before.Email != after.Email)
            yield return "email";
        if (before.Webhook != after.Webhook)
            yield return "webhook";
    }

    private static IEnumerable<Role> RolesIn(Home home, Person? person) => IsIn(home, person) ? person!.Roles.Except(OfFamilies) : [];

    private static bool IsIn(Home home, Person? person) => person?.Homes.Contains(home.Id) == true;

    private static string Name(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
