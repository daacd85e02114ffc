using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Functions.Http;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>Does with HTTP triggers what Functions does: routes a request to the one function whose trigger fits, and runs what it returns.</summary>
internal static class Front
{
    public static void UseFunctions(this IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            foreach (var function in typeof(HttpFunctions).GetMethods().Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null))
                endpoints.Map(RouteOf(function), request => Answer(function, request).ExecuteAsync(request));
        });
    }

    private static string RouteOf(MethodInfo function) =>
        function.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single().Route!;

    private static IResult Answer(MethodInfo function, HttpContext request)
    {
        var services = request.RequestServices;
        var instance = ActivatorUtilities.CreateInstance<HttpFunctions>(services);
        return (IResult)function.Invoke(instance, [request.Request, services.GetRequiredService<DurableTaskClient>()])!;
    }
}
