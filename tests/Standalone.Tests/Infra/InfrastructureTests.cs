using System.Text.Json;
using System.Text.RegularExpressions;
using OneToOne.Domain.Tests;
using OneToOne.Standalone.Tests.Infra.Bicep;
using static OneToOne.Standalone.Tests.Infra.Infrastructure;

namespace OneToOne.Standalone.Tests.Infra;

/// <summary>What can be known of the infrastructure without its compiler and without Azure.</summary>
[Trait("Store", "Own")]
public sealed partial class InfrastructureTests
{
    // Functions whose result nobody declares.
    private static readonly string[] Functions = ["environment", "tenant", "subscription", "resourceGroup", "deployment"];

    public static TheoryData<string> Paths => new(Files.Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_name_that_is_used_is_declared_and_every_one_declared_is_used(string path)
    {
        var file = File(path);
        var declared = file.Statements.Where(s => s is not (Statement.Output or Statement.Scope)).ToList();

        Assert.Empty(file.NamesUsed.Except(declared.Select(s => s.Name)).Except(Functions));
        // What is made need not be referred to; what is only given, named or found must be.
        Assert.Empty(
            declared
                .Where(s => s is Statement.Param or Statement.Var or Statement.Resource { Existing: true })
                .Select(s => s.Name)
                .Except(file.NamesUsed)
        );
        Assert.Equal(file.Statements.Length, file.Statements.DistinctBy(s => (s is Statement.Output, s.Name)).Count());
    }

    [Fact]
    public void Every_file_is_a_module_of_main_or_deployed_after_the_code() =>
        Assert.Equal(
            Files.Select(file => file.Path).Where(path => path != Main.Path),
            Main.Modules.Select(module => Main.Beside(module.Path)).Append(Reports).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_module_is_given_every_parameter_that_it_needs_and_no_other()
    {
        foreach (var module in Main.Modules)
        {
            var file = File(Main.Beside(module.Path));
            var given = Assert.IsType<Term.Map>(module.Body.At("params")).Entries.Select(e => e.Name).ToList();
            Assert.Empty(given.Except(file.Params.Select(p => p.Name)));
            Assert.Empty(file.Params.Where(p => p.Default is null).Select(p => p.Name).Except(given));
        }
    }

    [Fact]
    public void Every_output_that_is_read_exists_and_every_one_of_a_module_is_read()
    {
        foreach (var module in Main.Modules)
            Assert.Equal(
                File(Main.Beside(module.Path)).Outputs.Select(output => output.Name).Order(StringComparer.Ordinal),
                Main.MembersOf(module.Name, "outputs").Order(StringComparer.Ordinal)
            );
    }

    [Fact]
    public void The_parameter_file_offers_each_parameter_once_from_the_environment()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var offered = json.RootElement.GetProperty("parameters").EnumerateObject().ToList();

        Assert.Equal(Main.Params.Select(p => p.Name), offered.Select(p => p.Name));
        var variables = offered.Select(p => p.Value.GetProperty("value").GetString()!).ToList();
        Assert.All(variables, value => Assert.Matches(@"^\$\{[A-Z_]+\}$", value));
        Assert.Equal(variables.Count, variables.Distinct().Count());
        // An output becomes a variable of the environment: one of the same name would be read as an answer the next time.
        Assert.Equal(["AZURE_LOCATION"], Main.Outputs.Select(output => output.Name).Intersect(variables.Select(value => value[2..^1])));
    }

    [Fact]
    public void Json_that_is_read_exists_and_each_abbreviation_in_it_is_used()
    {
        foreach (var file in Files)
        foreach (var call in file.Terms.OfType<Term.Call>().Where(call => call.Name == "loadJsonContent"))
            Repository.Read(file.Beside(Assert.IsType<Term.Text>(Assert.Single(call.Arguments)).Value));

        using var json = JsonDocument.Parse(Repository.Read("infra/abbreviations.json"));
        Assert.Equal(
            json.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal),
            Main.MembersOf("abbrs").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_role_is_given_in_one_file_and_each_at_some_scope_narrower_than_the_group()
    {
        var given = Files.SelectMany(file => file.Resources.Where(IsRole).Select(role => (file.Path, Role: role))).ToList();

        Assert.All(given, role => Assert.Equal(Roles.Path, role.Path));
        Assert.All(given, role => Assert.NotNull(role.Role.Body.At("scope") ?? role.Role.Body.At("parent")));
        Assert.Equal(
            Assert.IsType<Term.Map>(Roles.Var("roles")).Entries.Select(e => e.Name).Order(StringComparer.Ordinal),
            Roles.MembersOf("roles").Order(StringComparer.Ordinal)
        );

        static bool IsRole(Statement.Resource resource) => resource.Type.EndsWith("roleAssignments", StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", "false")]
    [InlineData("Microsoft.DocumentDB/databaseAccounts", "properties.disableLocalAuth", "true")]
    [InlineData("Microsoft.Communication/communicationServices", "properties.disableLocalAuth", "true")]
    [InlineData("Microsoft.Insights/components", "properties.DisableLocalAuth", "true")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true")]
    [InlineData("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", "true")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", "false")]
    public void No_service_can_be_entered_with_a_key(string type, string property, string value)
    {
        var made = Files.SelectMany(file => file.Resources.Where(r => r.Type == type && !r.Existing).Select(r => (file, r))).ToList();

        Assert.NotEmpty(made);
        Assert.All(made, it => Assert.Equal(new Term.Word(value), Find(it.file, it.r.Body, property.Split('.'))));

        static Term? Find(BicepFile file, Term? term, string[] path) =>
            term switch
            {
                Term.Each each => Find(file, each.Body, path),
                Term.Word word when path.Length > 0 => Find(file, file.Var(word.Name), path),
                _ when path.Length == 0 => term,
                _ => Find(file, term?.At(path[0]), path[1..]),
            };
    }

    [Fact]
    public void The_app_names_nothing_that_flex_consumption_refuses_whatever_its_value()
    {
        string[] refused =
        [
            "alwaysOn",
            "ftpsState",
            "functionAppScaleLimit",
            "linuxFxVersion",
            "netFrameworkVersion",
            "preWarmedInstanceCount",
            "use32BitWorkerProcess",
            "FUNCTIONS_EXTENSION_VERSION",
            "FUNCTIONS_WORKER_RUNTIME",
            "WEBSITE_RUN_FROM_PACKAGE",
        ];

        var named = new[] { Main, File("infra/app/function.bicep") }.SelectMany(file => file.Terms.OfType<Term.Map>());
        Assert.Empty(named.SelectMany(map => map.Entries).Select(entry => entry.Name).Intersect(refused));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Nothing_reads_or_holds_a_key(string path)
    {
        var file = File(path);

        Assert.DoesNotContain(file.Terms.OfType<Term.Call>(), call => call.Name.StartsWith("list", StringComparison.Ordinal));
        Assert.DoesNotContain(file.Terms.OfType<Term.Text>(), text => Secrets().IsMatch(text.Value));
        Assert.DoesNotContain(file.Terms.OfType<Term.Member>(), member => Secrets().IsMatch(member.Name));
    }

    [Fact]
    public void What_is_deployed_after_the_code_is_given_its_parameters_from_outputs_of_main()
    {
        var hooks = Repository.Read("azure.yaml");
        var given = GivenByHook().Matches(hooks).ToList();

        Assert.Equal(2, hooks.Split($"--template-file {Reports}").Length - 1);
        foreach (var shell in given.GroupBy(match => match.Groups["env"].Success))
            Assert.Equal(File(Reports).Params.Select(p => p.Name), shell.Select(match => match.Groups["name"].Value));
        Assert.Equal(2, given.GroupBy(match => match.Groups["env"].Success).Count());
        Assert.Empty(
            VariableOfHook()
                .Matches(hooks)
                .Select(match => match.Groups["variable"].Value)
                .Except(Main.Outputs.Select(output => output.Name))
                .Except(["AZURE_SUBSCRIPTION_ID"])
        );
    }

    [Fact]
    public void The_workflow_gives_every_parameter_when_it_deploys()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var workflow = Repository.Read(".github/workflows/ci.yml");

        Assert.All(
            json.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Value.GetProperty("value").GetString()![2..^1]),
            variable => Assert.Contains($"\n      {variable}: ${{{{ vars.{variable} ", workflow, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_alert_waits_for_an_event_that_the_code_logs()
    {
        var queries = File("infra/app/alerts.bicep").Terms.OfType<Term.Text>().Select(text => EventInQuery().Match(text.Value));
        var awaited = queries.Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList();

        Assert.Equal(7, awaited.Count);
        var sources = Directory
            .EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(System.IO.File.ReadAllText);
        Assert.Empty(awaited.Except(sources.SelectMany(source => LoggedEvent().Matches(source)).Select(NameOf)));

        // An event that is given no name has that of its method.
        static string NameOf(Match logged) =>
            (NameOfEvent().Match(logged.Groups["how"].Value) is { Success: true } given ? given : logged).Groups["name"].Value;
    }

    [GeneratedRegex(
        "AccountKey|SharedAccess|accessKey|primaryKey|secondaryKey|primaryConnection|Password|whsec_[A-Za-z0-9]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Secrets();

    [GeneratedRegex("(?<name>\\w+)=\"\\$(?<env>env:)?\\w+\"")]
    private static partial Regex GivenByHook();

    [GeneratedRegex(@"\$(env:)?(?<variable>[A-Z][A-Z_]+)")]
    private static partial Regex VariableOfHook();

    [GeneratedRegex("""EventName\) == "(?<name>\w+)"$""")]
    private static partial Regex EventInQuery();

    [GeneratedRegex(@"\[LoggerMessage\((?<how>[^\]]*)\)\]\s*(private|internal|public)( static)? partial void (?<name>\w+)\(")]
    private static partial Regex LoggedEvent();

    [GeneratedRegex("""EventName = "(?<name>\w+)""")]
    private static partial Regex NameOfEvent();
}
