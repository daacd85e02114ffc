using System.Net;
using System.Text.RegularExpressions;
using OneToOne.Service.Tests.Pages;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>A page at a mailed link, as a person reads it and as a machine takes it apart.</summary>
internal sealed partial record LinkPage(HttpStatusCode Status, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What a person reads.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ").Trim();

    public string Heading => WebUtility.HtmlDecode(Headings().Match(Html).Groups[1].Value.Trim());

    public bool AsksForCode => CodeInputs().IsMatch(Html);

    /// <summary>Where each form goes, with the values that it would send untouched.</summary>
    public IReadOnlyList<(string Action, KeyValuePair<string, string>[] Values)> Forms =>
        [
            .. FormTags()
                .Matches(Html)
                .Select(form =>
                    (
                        form.Groups[1].Value,
                        InputTags()
                            .Matches(form.Groups[2].Value)
                            .Where(i =>
                                !i.Value.Contains("type=\"radio\"", StringComparison.Ordinal)
                                || i.Value.Contains("checked", StringComparison.Ordinal)
                            )
                            .Select(i => KeyValuePair.Create(Attribute(i.Value, "name"), Attribute(i.Value, "value")))
                            .ToArray()
                    )
                ),
        ];

    /// <summary>Reads an answer. Whatever a test meets, it is a page, and keeps the rules that every page keeps.</summary>
    public static async Task<LinkPage> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            if (answer.RequestMessage!.Method != HttpMethod.Head)
                Assert.Empty(ProblemsOf(new(html)));
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            return new(
                answer.StatusCode,
                html,
                answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value))
            );
        }
    }

    // The style sheet makes buttons and choices large by their element and their class.
    private static IEnumerable<string> ProblemsOf(Markup page)
    {
        var levels = page.Of("h1", "h2", "h3", "h4").Where(h => h["id"] != "summary-title").Select(h => h.Name[1] - '0').ToArray();
        return page.Problems()
            .Concat(
                levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1).Select(pair => $"h{pair.Second} under h{pair.First}")
            )
            .Concat(page.Of("input").Where(i => i["type"] is "submit" or "button").Select(_ => "a button that is not made large"))
            .Concat(
                page.Of("input")
                    .Where(i => i["type"] is "radio" or "checkbox")
                    .Where(i => page.Tags.Last(t => t.At < i.At)["class"] != "choice")
                    .Select(i => $"{i["name"]} is not made large")
            );
    }

    public LinkPage Shows(params string[] words)
    {
        foreach (var word in words)
            Assert.Contains(word, Text, StringComparison.Ordinal);
        return this;
    }

    // A link's token is random, and may spell any short word.
    public LinkPage Hides(params string[] words)
    {
        foreach (var word in words)
            Assert.DoesNotContain(word, Tokens().Replace(Html, "/l/"), StringComparison.OrdinalIgnoreCase);
        return this;
    }

    public LinkPage Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, {(int)Status} came: {Text}");
        return this;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("/l/[a-z-]+/[A-Za-z0-9_-]{40,}")]
    private static partial Regex Tokens();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<h1>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Headings();

    [GeneratedRegex("<input type=\"text\"[^>]*name=\"code\"")]
    private static partial Regex CodeInputs();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormTags();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTags();
}
