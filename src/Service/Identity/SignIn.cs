using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace OneToOne.Service.Identity;

/// <summary>Registers sign-in by bearer token and the policies of <see cref="Access"/>.</summary>
internal static class SignIn
{
    // What two machines' clocks may differ by.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<SignInOptions>, IEnumerable<LocalKey>, TimeProvider>(Configure);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddAuthorization(Access.Configure);
        return services;
    }

    private static void Configure(
        JwtBearerOptions bearer,
        IOptions<SignInOptions> settings,
        IEnumerable<LocalKey> localKeys,
        TimeProvider clock
    )
    {
        var options = settings.Value;
        bearer.MapInboundClaims = false;
        bearer.TimeProvider = clock;
        bearer.TokenValidationParameters.ClockSkew = ClockSkew;
        bearer.TokenValidationParameters.LifetimeValidator = (from, until, _, parameters) =>
            IsAlive(from, until, clock.GetUtcNow(), parameters);
        bearer.Events = new() { OnTokenValidated = context => TakeCaller(context, options) };

        if (options.Authority is not null)
        {
            bearer.Authority = options.Authority;
            bearer.Audience = options.Audience;
            bearer.RequireHttpsMetadata = !new Uri(options.Authority).IsLoopback;
        }
        else
        {
            bearer.TokenValidationParameters.ValidIssuer = LocalKey.Issuer;
            bearer.TokenValidationParameters.ValidAudience = LocalKey.Audience;
            bearer.TokenValidationParameters.IssuerSigningKey = localKeys.Single().Key;
            bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        }
    }

    private static bool IsAlive(DateTime? from, DateTime? until, DateTimeOffset now, TokenValidationParameters parameters) =>
        until is { } end
        && now.UtcDateTime - parameters.ClockSkew < end
        && (from is not { } start || start <= now.UtcDateTime + parameters.ClockSkew);

    private static Task TakeCaller(TokenValidatedContext context, SignInOptions options)
    {
        if (CallerIdentity.From(context.Principal!, options) is { } identity)
            context.Principal = new(identity);
        else
            context.Fail("The token's subject is not the id of a person.");
        return Task.CompletedTask;
    }
}
