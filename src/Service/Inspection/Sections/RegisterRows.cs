using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>What one entry of a register's history changed about policy, on-call list and roles.</summary>
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

    /// <summary>The roles that somebody has in one home; families have none there.</summary>
    public static IEnumerable<RegisterRow> Of(Moment<Person, RegisterWritten<Person>> moment, Home home)
    {
        if (moment is not { Event: not null, After: { } after })
            yield break;
        var (had, has) = (RolesIn(home, moment.Before), RolesIn(home, after));
        foreach (var (what, roles) in new[] { (RegisterStep.RolesGiven, has.Except(had)), (RegisterStep.RolesTaken, had.Except(has)) })
            if (roles.Select(Name).ToArray() is { Length: > 0 } named)
                yield return Row(moment, what, after.Version, named) with
                {
                    Person = after.Id,
                };
    }

    public static RegisterRow Row<T>(Moment<T, RegisterWritten<T>> moment, RegisterStep what, int version, IEnumerable<string> fields)
        where T : class => new(what, moment.At, moment.Content?.By, version, [.. fields], null, null, null, null, null, null);

    private static Role[] RolesIn(Home home, Person? person) =>
        person?.Homes.Contains(home.Id) == true ? [.. person.Roles.Except(OfFamilies)] : [];

    private static string Name(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
