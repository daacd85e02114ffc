using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.People;

namespace OneToOne.Service.Identity;

/// <summary>
/// Who may call an endpoint. Each endpoint says so with <c>RequireAuthorization(Access.…)</c> or <c>AllowAnonymous()</c>; one that says
/// nothing answers nobody. What a caller may do beyond that is decided where it is done.
/// </summary>
public static class Access
{
    /// <summary>Everybody with a role of ours.</summary>
    public const string SignedIn = "signedIn";

    /// <summary>Everybody who is signed in, with a role of ours or with none: a nominated adult (G-06) may have none.</summary>
    public const string Everybody = "everybody";

    /// <summary>Everybody who takes part in an occasion: staff, parents, carers and the placing authority.</summary>
    public const string Participants = "participants";

    /// <summary>Workers and the three levels of managers.</summary>
    public const string Staff = "staff";

    /// <summary>The three levels of managers.</summary>
    public const string Managers = "managers";

    /// <summary>Homes and service managers: the two roles that decide an override (L-06).</summary>
    public const string HomesManagers = "homesManagers";

    /// <summary>Those who set the policy of the whole organisation: administrators and service managers.</summary>
    public const string PolicyMakers = "policyMakers";

    /// <summary>Those who keep the registers: administrators, homes and service managers.</summary>
    public const string Registrars = "registrars";

    /// <summary>Those who read what is available for inspection: inspectors, homes and service managers.</summary>
    public const string Inspectors = "inspectors";

    private static readonly ImmutableArray<Role> Heads = [Role.HomesManager, Role.ServiceManager];

    private static readonly ImmutableArray<(string Policy, ImmutableArray<Role> Roles)> Policies =
    [
        (SignedIn, [.. Enum.GetValues<Role>()]),
        (Participants, [Role.Worker, Role.SeniorManager, .. Heads, Role.ParentOrCarer, Role.PlacingAuthority]),
        (Staff, [Role.Worker, Role.SeniorManager, .. Heads]),
        (Managers, [Role.SeniorManager, .. Heads]),
        (HomesManagers, Heads),
        (Registrars, [Role.Administrator, .. Heads]),
        (PolicyMakers, [Role.Administrator, Role.ServiceManager]),
        (Inspectors, [Role.Inspector, .. Heads]),
    ];

    internal static void Configure(AuthorizationOptions options)
    {
        foreach (var (policy, roles) in Policies)
            options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireAssertion(c => IsAny(c, roles)));

        options.AddPolicy(Everybody, builder => builder.RequireAuthenticatedUser().RequireAssertion(c => Caller.Of(c.User) is not null));
        options.DefaultPolicy = options.GetPolicy(SignedIn)!;
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNoEndpointOfOurs).Build();
    }

    /// <summary>What would lift the refusal of a policy; null where none refused.</summary>
    internal static string? LiftOf(HttpContext context)
    {
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized)
            return "Sign in: send a bearer token that is in date.";
        if (context.Response.StatusCode is not StatusCodes.Status403Forbidden)
            return null;
        var names = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToArray() ?? [];
        var roles = Policies.Where(p => names.Contains(p.Policy)).SelectMany(p => p.Roles).Distinct().Select(RoleNames.Of);
        return $"Your role does not allow this; it takes one of these, in the token and in the register: {string.Join(", ", roles)}.";
    }

    private static bool IsAny(AuthorizationHandlerContext context, ImmutableArray<Role> roles) =>
        Caller.Of(context.User) is { } caller && caller.IsAny(roles.AsSpan());

    // Lets "not found" and "method not allowed" through to be answered as such; a route that says nothing about access is refused.
    private static bool IsNoEndpointOfOurs(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
