using OneToOne.Domain.Guidance;
using OneToOne.Domain.Tests;
using OneToOne.Standalone.Demo;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Tests.Demo;

/// <summary>Which sentences of the guidance the scenarios show.</summary>
[Trait("Store", "Own")]
public sealed class ShownDutiesTests : IDisposable
{
    private const string Table = "## Which scenario shows which duty\n";

    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_section_of_the_guidance_is_shown_by_a_scenario() =>
        Assert.Equal(
            Duties.All.Select(duty => duty.Section).Distinct(),
            Duties.All.Where(duty => Shipped().Any(s => s.Shows.Contains(duty.Id))).Select(duty => duty.Section).Distinct()
        );

    [Fact]
    public void A_scenario_that_names_no_duty_there_is_cannot_be_read()
    {
        var text = """{ "title": "A", "about": "B", "begins": "16:00", "shows": ["L-27"], "steps": [{ "wait": { "for": "1 h" } }] }""";
        var path = folder.WriteAll("wrong.json", text);

        var error = Assert.Throws<ScenarioException>(() => ScenarioFile.ReadScenario(path));

        Assert.Equal("wrong.json, shows: there is no duty 'L-27'", error.Message);
    }

    [Fact]
    public void The_table_beside_the_scenarios_is_the_one_that_they_make()
    {
        var read = Repository.Read("samples/README.md");
        var above = read[..read.IndexOf(Table, StringComparison.Ordinal)];

        Repository.Holds("samples/README.md", above + TableOf(Shipped()));
    }

    private static IReadOnlyList<Scenario> Shipped() => Script.Read(Script.Folder, []).Scenarios;

    private static string TableOf(IReadOnlyList<Scenario> scenarios)
    {
        var rows = scenarios.Select(s => $"| `{s.Name}` | {s.Title} | {string.Join(", ", s.Shows.DefaultIfEmpty("none of its rows"))} |\n");
        var rest = Duties.All.Select(duty => duty.Id).Except(scenarios.SelectMany(s => s.Shows)).DefaultIfEmpty("none");
        return $"""
            {Table}
            Made from the files by `UPDATE_DOCS=1 dotnet test tests/Standalone.Tests --filter ShownDutiesTests`.

            | scenario | what it is called | shows |
            |---|---|---|
            {string.Concat(rows)}
            Shown by tests alone: {string.Join(", ", rest)}.

            """;
    }
}
