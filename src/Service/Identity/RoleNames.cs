using System.Collections.Frozen;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>The names of the roles, as tokens and the command line say them.</summary>
public static class RoleNames
{
    // Not Enum.TryParse, which takes numbers, and reads "HomesManager,SeniorManager" as the sum of the two.
    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToFrozenDictionary(Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Enum.GetValues<Role>().Select(Of);

    /// <summary>The name of a role, such as <c>homesManager</c>.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its name.</returns>
    public static string Of(Role role) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    /// <summary>Reads a name, whatever its case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">The role, when it is one's name.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryRead(string name, out Role role) => Roles.TryGetValue(name, out role);
}
