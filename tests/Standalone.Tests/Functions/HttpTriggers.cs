using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using OneToOne.Domain.Tests;

namespace OneToOne.Standalone.Tests.Functions;

/// <summary>An HTTP trigger as it is written in the source of the Azure host, whose packages need not be there to read it.</summary>
/// <param name="Level">Who may call it, as the host understands it.</param>
/// <param name="Route">Its route.</param>
/// <param name="Methods">Its methods; none means every one.</param>
/// <param name="Parameter">The name of the parameter that it binds.</param>
internal sealed partial record HttpTrigger(string Level, string Route, IReadOnlyList<string> Methods, string Parameter)
{
    private readonly RoutePattern pattern = RoutePatternFactory.Parse($"{Prefix}/{Route}");

    private static string Prefix =>
        JsonDocument
            .Parse(Repository.Read("host.json"))
            .RootElement.GetProperty("extensions")
            .GetProperty("http")
            .GetProperty("routePrefix")
            .GetString()!;

    /// <summary>All of them, in all source files of the host.</summary>
    public static IReadOnlyList<HttpTrigger> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("src/Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Written().Matches(File.ReadAllText(file)))
            .Select(Read),
    ];

    /// <summary>Whether the host hands a request to its function.</summary>
    public bool Takes(string method, string path, ParameterPolicyFactory policies)
    {
        var values = new RouteValueDictionary();
        return (Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
            && new TemplateMatcher(new(pattern), []).TryMatch(path, values)
            && pattern.Parameters.All(parameter => Fits(parameter, values, policies));
    }

    private static bool Fits(RoutePatternParameterPart parameter, RouteValueDictionary values, ParameterPolicyFactory policies) =>
        parameter
            .ParameterPolicies.Select(policy => policies.Create(parameter, policy))
            .OfType<IRouteConstraint>()
            .All(constraint => constraint.Match(null, null, parameter.Name, values, RouteDirection.IncomingRequest));

    private static HttpTrigger Read(Match written)
    {
        var arguments = written.Groups["arguments"].Value;
        var route = RouteArgument().Match(arguments);
        return new(
            arguments.Split(',')[0].Split('.')[^1].Trim(),
            route.Groups["route"].Value,
            [.. Text().Matches(RouteArgument().Replace(arguments, "")).Select(text => text.Groups["text"].Value)],
            written.Groups["parameter"].Value
        );
    }

    [GeneratedRegex("""\[HttpTrigger\((?<arguments>(?:"[^"]*"|[^")])*)\)\]\s+\w+\s+(?<parameter>\w+)""")]
    private static partial Regex Written();

    [GeneratedRegex("""Route\s*=\s*"(?<route>[^"]*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RouteArgument();

    [GeneratedRegex("\"(?<text>[^\"]*)\"")]
    private static partial Regex Text();
}
