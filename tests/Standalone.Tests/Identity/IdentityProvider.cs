using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneToOne.Standalone.Tests.Identity;

/// <summary>An OpenID Connect provider on loopback: its description, its keys, and tokens that it signs.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;

    private IdentityProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
            context.Request.Path == "/.well-known/openid-configuration"
                ? context.Response.WriteAsJsonAsync(new { issuer = Address, jwks_uri = $"{Address}/keys" })
                : context.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey() } })
        );
    }

    public string Address => app.Urls.First();

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public string Issue(DateTimeOffset now, string audience, params (string Claim, object Value)[] claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = audience,
                NotBefore = now.UtcDateTime,
                Expires = now.AddHours(1).UtcDateTime,
                Claims = claims.ToDictionary(c => c.Claim, c => c.Value),
                SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
            }
        );

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private object PublicKey()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = "one",
            n = Base64UrlEncoder.Encode(key.Modulus),
            e = Base64UrlEncoder.Encode(key.Exponent),
        };
    }
}
