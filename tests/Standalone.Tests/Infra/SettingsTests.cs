using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneToOne.Domain.Tests;
using OneToOne.Service;
using OneToOne.Standalone.Tests.Infra.Bicep;

namespace OneToOne.Standalone.Tests.Infra;

/// <summary>Each setting that the code reads is given in Azure, or is known to do well with its default; and nothing is given that nobody reads.</summary>
[Trait("Store", "Own")]
public sealed partial class SettingsTests
{
    private const string HostJson = "AzureFunctionsJobHost__";

    // Not in host.json: the scheduler, which that is written for, does not know it.
    private const string PollingOfStorageEngine = $"{HostJson}extensions__durableTask__storageProvider__maxQueuePollingInterval";

    /// <summary>What the Functions host, its extensions and the identity library read by themselves.</summary>
    private static readonly ImmutableHashSet<string> OfThePlatform =
    [
        PollingOfStorageEngine,
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AZURE_CLIENT_ID",
    ];

    /// <summary>What is left at its default in Azure, with the reason.</summary>
    private static readonly ImmutableDictionary<string, string> LeftAsTheyAre = new Dictionary<string, string>
    {
        ["Cosmos__ConnectionMode"] = "direct is right within one region",
        ["Cosmos__TimeoutSeconds"] = "ten seconds",
        ["Identity__RoleClaim"] = "Microsoft Entra ID writes app roles into roles",
        ["Mail__FromName"] = "it is set with the sender's address",
        ["Mail__Folder"] = "mails are sent",
        ["Mail__Smtp__Host"] = "mails go by Communication Services",
        ["Mail__Smtp__Port"] = "mails go by Communication Services",
        ["Mail__Smtp__Tls"] = "mails go by Communication Services",
        ["Mail__Smtp__User"] = "mails go by Communication Services",
        ["Mail__Smtp__Password"] = "mails go by Communication Services",
        ["Mail__Smtp__TimeoutSeconds"] = "mails go by Communication Services",
        ["RateLimit__PerCaller"] = "the same everywhere",
        ["RateLimit__PerLink"] = "the same everywhere",
        ["Webhook__AllowPrivateNetworks"] = "there is no house network in Azure",
        ["Webhook__TimeoutSeconds"] = "ten seconds",
    }.ToImmutableDictionary();

    [Fact]
    public void Nothing_is_given_that_nobody_reads() =>
        Assert.DoesNotContain(
            Given().Except(ReadByCode()).Except(ReadByHostJson()).Except(OfThePlatform),
            name => !OverridesHostJson(name)
        );

    [Fact]
    public void Everything_that_is_read_is_given_or_does_well_with_its_default()
    {
        Assert.Empty(ReadByCode().Concat(ReadByHostJson()).Except(Given()).Except(LeftAsTheyAre.Keys));
        Assert.Empty(LeftAsTheyAre.Keys.Except(ReadByCode()));
        Assert.Empty(LeftAsTheyAre.Keys.Intersect(Given()));
    }

    [Fact]
    public void The_sample_for_a_developers_machine_gives_nothing_that_nobody_reads_and_what_the_start_needs()
    {
        using var json = JsonDocument.Parse(Repository.Read("src/Functions/local.settings.sample.json"));
        var sample = json.RootElement.GetProperty("Values").EnumerateObject().Select(p => p.Name).ToList();

        string[] ofAnEmulator = ["AzureWebJobsStorage", "AZURE_FUNCTIONS_ENVIRONMENT", "FUNCTIONS_WORKER_RUNTIME", PollingOfStorageEngine];
        Assert.DoesNotContain(sample.Except(ReadByCode()).Except(ReadByHostJson()).Except(ofAnEmulator), name => !OverridesHostJson(name));
        // No scheduler, no vault and no mail service on such a machine.
        string[] inAzureOnly = ["DURABLE_TASK_SCHEDULER_CONNECTION_STRING", "KeyRing__KeyUri", "Mail__Azure__Endpoint", "Mail__From"];
        string[] byDefault = ["Cosmos__Database", "Webhook__SigningKey", "Identity__Roles__*"];
        Assert.Empty(Given().Except(OfThePlatform).Except(inAzureOnly).Except(byDefault).Except(sample));
    }

    private static HashSet<string> Given() =>
        [
            .. Infrastructure
                .Main.Vars.Where(v => v.Name == "settings" || v.Name.EndsWith("Settings", StringComparison.Ordinal))
                .SelectMany(v => v.Value.All)
                .OfType<Term.Map>()
                .SelectMany(map => map.Entries)
                .Select(entry => entry.Name),
            .. Infrastructure
                .Main.Var("roleSettings")
                .All.OfType<Term.Text>()
                .Select(text => text.Value.Replace("${}", "*", StringComparison.Ordinal)),
        ];

    private static IEnumerable<string> ReadByCode() => OptionsOfService().Concat(OptionsOfFunctions());

    private static IEnumerable<string> OptionsOfService() =>
        typeof(Composition)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => (type, section: type.GetField("Section")?.GetRawConstantValue() as string))
            .Where(found => found.section is not null)
            .SelectMany(found => Names(found.section!, found.type));

    private static IEnumerable<string> Names(string above, Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property =>
                typeof(IDictionary).IsAssignableFrom(property.PropertyType) ? [$"{above}__{property.Name}__*"]
                : property.PropertyType.Assembly == type.Assembly && property.PropertyType.IsClass
                    ? Names($"{above}__{property.Name}", property.PropertyType)
                : [$"{above}__{property.Name}"]
            );

    // The Functions app is not built where its packages are not to be had, so its options are read as they are written.
    private static IEnumerable<string> OptionsOfFunctions() =>
        Directory
            .EnumerateFiles(Repository.PathOf("src/Functions"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(source => SectionName().IsMatch(source))
            .SelectMany(source => Written(SectionName().Match(source).Groups["name"].Value, source, ClassName().Match(source)));

    private static IEnumerable<string> Written(string above, string source, Match declaration)
    {
        var next = declaration.NextMatch();
        var body = source[declaration.Index..(next.Success ? next.Index : source.Length)];
        return Property()
            .Matches(body)
            .SelectMany(property =>
                ClassName().Matches(source).FirstOrDefault(c => c.Groups["name"].Value == property.Groups["type"].Value) is { } inner
                    ? Written($"{above}__{property.Groups["name"].Value}", source, inner)
                    : [$"{above}__{property.Groups["name"].Value}"]
            );
    }

    private static IEnumerable<string> ReadByHostJson()
    {
        var text = Repository.Read("host.json");
        return Replaced().Matches(text).Concat(ConnectionName().Matches(text)).Select(match => match.Groups["name"].Value);
    }

    private static bool OverridesHostJson(string name)
    {
        if (!name.StartsWith(HostJson, StringComparison.Ordinal))
            return false;
        using var json = JsonDocument.Parse(Repository.Read("host.json"));
        var at = json.RootElement;
        return name[HostJson.Length..].Split("__").All(part => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out at));
    }

    [GeneratedRegex("""const string Section = "(?<name>\w+)";""")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"class (?<name>\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"public (required )?(?<type>[\w<>?]+) (?<name>\w+) \{ get; (set|init); \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"%(?<name>\w+)%")]
    private static partial Regex Replaced();

    [GeneratedRegex(
        """
            "connection(String)?Name": "(?<name>\w+)"
            """
    )]
    private static partial Regex ConnectionName();
}
