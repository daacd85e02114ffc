using OneToOne.Standalone.Demo;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Tests.Demo;

[Trait("Store", "Own")]
public sealed class ScenarioFileTests : IDisposable
{
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_scenario_that_comes_with_the_program_can_be_read()
    {
        var script = Script.Read(Script.Folder, []);

        Assert.True(script.Scenarios.Count >= 15);
        Assert.NotEmpty(script.Kept);
        Assert.Equal("Europe/London", script.Zone.Id);
    }

    [Theory]
    [InlineData("""{ "who": "mia", "dose": "request" }""", "line 1", "$.steps[0].dose", "no field known here")]
    [InlineData("""{ "who": "mia", "does": "request" }, { "who": "mia", "does": "dance" }""", "steps[1].does", "'dance' is none of")]
    [InlineData("""{ "say": "nothing else" }""", "steps[0]", "exactly one of does, sends, wait, expect and scan")]
    [InlineData("""{ "who": "mia", "does": "start", "wait": { "for": "1 h" } }""", "steps[0]", "exactly one of")]
    [InlineData("""{ "does": "start" }""", "steps[0]", "does not say who")]
    [InlineData(
        """{ "who": "mia", "scan": true }""",
        "steps[0]",
        "who, by, about, with, refused, answers and keeps belong to a step in which"
    )]
    [InlineData("""{ "who": "mia", "does": "request", "by": "link" }""", "steps[0].by", "no mailed link does 'request'")]
    [InlineData("""{ "who": "mia", "does": "start", "by": "pigeon" }""", "steps[0].by", "neither 'link' nor 'api'")]
    [InlineData("""{ "who": "mia", "does": "start", "by": "link", "refused": ["G-20"] }""", "steps[0].refused", "give its status alone")]
    [InlineData("""{ "who": "mia", "sends": "FETCH everything" }""", "steps[0].sends", "no call such as")]
    [InlineData("""{ "wait": { "for": "soon" } }""", "steps[0].wait.for", "no length such as '10 min'")]
    [InlineData("""{ "wait": { "until": "someday 12:00" } }""", "steps[0].wait.until", "no time such as '17:30'")]
    [InlineData("""{ "wait": { "for": "1 h", "phase": "active" } }""", "steps[0].wait", "exactly one of for, until, mail and phase")]
    [InlineData("""{ "wait": { "for": "1 h", "atMost": "2 h" } }""", "steps[0].wait", "atMost goes with mail or phase")]
    [InlineData("""{ "expect": { "phase": "active", "weather": "fine" } }""", "$.steps[0].expect.weather", "no field known here")]
    [InlineData("""{ "expect": { "mail": [{ "kind": "notice" }] } }""", "$.steps[0].expect.mail[0]", "to")]
    [InlineData("", "steps", "nothing happens")]
    public void What_a_file_gets_wrong_is_named_with_its_place(string steps, params string[] named)
    {
        var path = folder.Write("wrong.json", steps);

        var error = Assert.Throws<ScenarioException>(() => ScenarioFile.ReadScenario(path));

        Assert.StartsWith("wrong.json, ", error.Message, StringComparison.Ordinal);
        Assert.All(named, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_json_is_named_with_its_line()
    {
        var path = folder.WriteAll("wrong.json", "{\n  \"title\": \"A test\",\n  oops\n}");

        Assert.StartsWith(
            "wrong.json, line 3,",
            Assert.Throws<ScenarioException>(() => ScenarioFile.ReadScenario(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_a_scenario_is_an_error()
    {
        Assert.Contains(
            "no scenario in this folder",
            Assert.Throws<ScenarioException>(() => Script.Read(folder.Path, [])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_scenario_that_is_not_there_is_answered_with_those_that_are()
    {
        folder.Write("here.json", """{ "wait": { "for": "1 h" } }""");

        var error = Assert.Throws<ScenarioException>(() => Script.Read(folder.Path, ["gone"]));

        Assert.Equal("gone: no such scenario; there are here", error.Message);
    }
}
