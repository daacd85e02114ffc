using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OneToOne.Service.Pages;

namespace OneToOne.Service.Http;

/// <summary>Everything that can be called, each noun's routes in a file of its own beside what they do.</summary>
public static class Routes
{
    /// <summary>Maps every endpoint of the product.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapOneToOne(this IEndpointRouteBuilder routes)
    {
        FrontPage.Map(routes);
        PageStyle.Map(routes);
        Health.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
