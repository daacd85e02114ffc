using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>Who calls: a signed-in person with the roles that their token grants. An endpoint asks for it as a parameter.</summary>
/// <param name="Person">The person; the token's subject.</param>
/// <param name="Roles">Their roles, each once.</param>
public sealed record Caller(PersonId Person, ImmutableArray<Role> Roles)
{
    /// <summary>Whether the caller holds one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>Whether at least one of them is held.</returns>
    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in Roles)
        {
            if (roles.Contains(role))
                return true;
        }

        return false;
    }

    /// <summary>The caller behind a principal.</summary>
    /// <param name="user">The principal of a request.</param>
    /// <returns>The caller; <see langword="null"/> when nobody is signed in.</returns>
    public static Caller? Of(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;

    /// <summary>Gives an endpoint its caller.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The caller; <see langword="null"/> when nobody is signed in, which an endpoint that demands a caller does not see.</returns>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => new(Of(context.User));
}
