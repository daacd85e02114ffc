using System.Security.Claims;
using OneToOne.Domain;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>The identity of a signed-in caller: what we keep of a token, once it is found valid.</summary>
internal sealed class CallerIdentity(Caller caller) : ClaimsIdentity("Bearer")
{
    public Caller Caller { get; } = caller;

    /// <summary>Reads a valid token; <see langword="null"/> when its subject cannot be a person of ours.</summary>
    public static CallerIdentity? From(ClaimsPrincipal token, SignInOptions options)
    {
        if (!PersonId.TryParse(token.FindFirst(options.SubjectClaim)?.Value, out var person))
            return null;

        var roles = new List<Role>(4);
        foreach (var claim in token.FindAll(options.RoleClaim))
        {
            if (options.RoleOf(claim.Value) is { } role && !roles.Contains(role))
                roles.Add(role);
        }

        return new(new(person, [.. roles]));
    }
}
