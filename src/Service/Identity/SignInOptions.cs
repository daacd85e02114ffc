using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>The settings under <c>Identity</c>: who vouches for callers.</summary>
public sealed class SignInOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Identity";

    /// <summary>The identity provider's address (OpenID Connect); without one, a host may vouch for callers with a key of its own.</summary>
    public string? Authority { get; set; }

    /// <summary>The audience that its tokens must be for; needed with <see cref="Authority"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that holds the person's id; <c>oid</c> suits Microsoft Entra ID.</summary>
    public string SubjectClaim { get; set; } = "sub";

    /// <summary>The claim that holds the roles.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Our role for each value of the role claim; a value that is not listed is taken as one of our own names.</summary>
    public Dictionary<string, Role> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The role that a value of the role claim grants.</summary>
    /// <param name="claim">The value.</param>
    /// <returns>The role; null when it grants none.</returns>
    public Role? RoleOf(string claim) => Roles.TryGetValue(claim, out var role) || RoleNames.TryRead(claim, out role) ? role : null;
}
