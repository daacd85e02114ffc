using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneToOne.Domain;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>
/// The key with which a host without an identity provider vouches for callers. Whoever has it can be anybody, so it never leaves the host.
/// It is not used while an <see cref="SignInOptions.Authority"/> is configured.
/// </summary>
public sealed class LocalKey
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int Length = 32;

    internal const string Issuer = "onetoone-local";
    internal const string Audience = "onetoone";

    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Takes a key.</summary>
    /// <param name="bytes">Its <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public LocalKey(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length != Length)
            throw new ArgumentException($"A key has {Length} bytes.", nameof(bytes));
        Key = new(bytes);
    }

    internal SymmetricSecurityKey Key { get; }

    /// <summary>Makes the bytes of a new key.</summary>
    /// <returns>Random bytes.</returns>
    public static byte[] NewBytes() => RandomNumberGenerator.GetBytes(Length);

    /// <summary>Issues a bearer token.</summary>
    /// <param name="person">The caller.</param>
    /// <param name="roles">Their roles.</param>
    /// <param name="now">The moment it is valid from.</param>
    /// <param name="validFor">How long it is valid.</param>
    /// <returns>The token, a compact JWS.</returns>
    public string Issue(PersonId person, IEnumerable<Role> roles, DateTimeOffset now, TimeSpan validFor) =>
        Tokens.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                NotBefore = now.UtcDateTime,
                Expires = (now + validFor).UtcDateTime,
                Claims = new Dictionary<string, object> { ["sub"] = person.Value, ["roles"] = roles.Select(RoleNames.Of).ToArray() },
                SigningCredentials = new(Key, SecurityAlgorithms.HmacSha256),
            }
        );
}
