using System.Net;
using System.Text.RegularExpressions;

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

    public static async Task<LinkPage> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new(
                answer.StatusCode,
                await answer.Content.ReadAsStringAsync(),
                answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value))
            );
    }

    public LinkPage Shows(params string[] words)
    {
        foreach (var word in words)
            Assert.Contains(word, Text, StringComparison.Ordinal);
        return this;
    }

    public LinkPage Hides(params string[] words)
    {
        foreach (var word in words)
            Assert.DoesNotContain(word, Html, StringComparison.OrdinalIgnoreCase);
        return this;
    }

    public LinkPage Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, {(int)Status} came: {Text}");
        return this;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value);

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
