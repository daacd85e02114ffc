using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Service.Identity;
using OneToOne.Service.Links;

namespace OneToOne.Service.Http;

/// <summary>
/// Holds back who asks too often: by person or by link, never by address, since a whole home shares one. An endpoint that a child's safety
/// hangs on (help now, distress) is mapped with <c>DisableRateLimiting()</c>.
/// </summary>
internal static class RateLimits
{
    /// <summary>The route value that holds a link's token.</summary>
    public const string LinkRouteValue = "token";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<RateLimitOptions>()
            .Bind(configuration.GetSection(RateLimitOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(options => options.PerCaller > 0, "RateLimit:PerCaller is not above 0.")
            .Validate(options => options.PerLink > 0, "RateLimit:PerLink is not above 0.")
            .ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(Configure);
        return services;
    }

    private static void Configure(RateLimiterOptions limiter, IOptions<RateLimitOptions> settings)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (char Kind, string Key)>(context =>
            Partition(context, settings.Value)
        );
    }

    private static RateLimitPartition<(char Kind, string Key)> Partition(HttpContext context, RateLimitOptions options)
    {
        if (Caller.Of(context.User) is { } caller)
            return Limit(('c', caller.Person.Value), options.PerCaller);
        if (context.Request.RouteValues.TryGetValue(LinkRouteValue, out var token) && token is string link)
            return Limit(LinkOf(context, link), options.PerLink);
        return RateLimitPartition.GetNoLimiter(('-', ""));
    }

    // Whoever makes tokens up shares one count, which takes no room of its own and holds back no link that was sent.
    private static (char Kind, string Key) LinkOf(HttpContext context, string token) =>
        LinkPurposes.TryRead(context.Request.Path.Value!.Split('/') is [_, _, var word, ..] ? word : null, out var purpose)
        && context.RequestServices.GetRequiredService<LinkTokens>().TryOpen(purpose, token, out var address)
            ? ('l', $"{address.Partition}\n{address.Link}")
            : ('f', "");

    private static RateLimitPartition<(char Kind, string Key)> Limit((char Kind, string Key) who, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }
        );
}
