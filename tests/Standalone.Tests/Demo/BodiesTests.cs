using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;
using OneToOne.Standalone.Demo.Stage;

namespace OneToOne.Standalone.Tests.Demo;

[Trait("Store", "Own")]
public sealed class BodiesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":2,"d":3}}""", """{"b":{"d":4}}""", """{"a":1,"b":{"c":2,"d":4}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[3]}""", """{"a":[3]}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":null}""", """{"b":2}""")]
    [InlineData(
        """{"p":{"type":"closeBy","who":"lee"}}""",
        """{"p":{"type":"notNeeded","decidedBy":"sam"}}""",
        """{"p":{"type":"notNeeded","decidedBy":"sam"}}"""
    )]
    public void What_a_step_says_lies_over_the_defaults(string below, string above, string merged)
    {
        Assert.Equal(merged, Bodies.Over(Object(below), Object(above)).ToJsonString());
    }

    [Fact]
    public void A_moment_is_written_by_the_homes_clock_and_other_texts_stay()
    {
        var now = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        var body = Object("""{"at":["@now","@+90 min","@18:00"],"to":"mia@home.example","how":"@lunch"}""");

        var filled = Bodies.WithMoments(body, now, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))!;

        Assert.Equal(
            """{"at":["2026-07-01T12:00:00+00:00","2026-07-01T13:30:00+00:00","2026-07-01T18:00:00+01:00"],"to":"mia@home.example","how":"@lunch"}""",
            filled.ToJsonString()
        );
    }

    [Theory]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":1,"c":2}}""", false)]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":"Kit sees her Grandmother"}""", """{"a":"~grandmother"}""", true)]
    [InlineData("""{"a":"Kit sees her Grandmother"}""", """{"a":"grandmother"}""", false)]
    public void A_part_is_looked_for_in_what_is_shown(string value, string part, bool has) =>
        Assert.Equal(has, Matching.Has(Object(value), Object(part)));

    [Fact]
    public void The_forms_of_a_page_are_read_as_a_browser_would()
    {
        const string Page = """
            <form method="get" action="/search"><input name="q"></form>
            <form method="post" action="/links/approve/x/decide">
              <input type="hidden" name="code" value="1 &amp; 2">
              <input type="radio" name="decision" value="Approve"><input type="radio" name="decision" value="Refuse">
              <textarea name="reason" rows="5"></textarea>
              <button type="submit">Send</button>
            </form>
            """;

        var form = Assert.Single(PageForm.Of(Page));

        Assert.Equal("/links/approve/x/decide", form.Action);
        Assert.Equal(["code", "decision", "reason"], form.Fields.Keys);
        Assert.Equal("1 & 2", form.Fields["code"].Value);
        Assert.Equal("Refuse", form.Fields["decision"].Answer("refuse"));
        Assert.Null(form.Fields["decision"].Answer("maybe"));
        Assert.Equal("because", form.Fields["reason"].Answer("because"));
    }

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
