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

    /// <summary>Everybody who takes part in an occasion: staff, parents, carers and the placing authority.</summary>
    public const string Participants = "participants";

    /// <summary>Workers and the three levels of managers.</summary>
    public const string Staff = "staff";

    /// <summary>The three levels of managers.</summary>
    public const string Managers = "managers";

    /// <summary>Homes and service managers: the two roles that decide an override (L-06).</summary>
    public const string HomesManagers = "homesManagers";

    /// <summary>Those who keep the registers and the policy: administrators, homes and service managers.</summary>
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
        (Inspectors, [Role.Inspector, .. Heads]),
    ];

    internal static void Configure(AuthorizationOptions options)
    {
        foreach (var (policy, roles) in Policies)
            options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireAssertion(c => IsAny(c, roles)));

        options.DefaultPolicy = options.GetPolicy(SignedIn)!;
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNoEndpointOfOurs).Build();
    }

    private static bool IsAny(AuthorizationHandlerContext context, ImmutableArray<Role> roles) =>
        Caller.Of(context.User) is { } caller && caller.IsAny(roles.AsSpan());

    // Lets "not found" and "method not allowed" through to be answered as such; a route that says nothing about access is refused.
    private static bool IsNoEndpointOfOurs(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
