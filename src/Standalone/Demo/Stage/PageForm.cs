using System.Net;
using System.Text.RegularExpressions;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>A field of a form.</summary>
/// <param name="Value">What it holds and sends as it is; null for what somebody fills in.</param>
/// <param name="Offered">The answers to choose from; empty where any words will do.</param>
internal sealed record PageField(string? Value, IReadOnlyList<string> Offered)
{
    /// <summary>What is sent when somebody answers so.</summary>
    /// <returns>The answer as the page writes it; null when the page does not offer it.</returns>
    public string? Answer(string said) =>
        Offered.Count == 0 ? said : Offered.FirstOrDefault(o => o.Equals(said, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A form of a page, as a browser without scripts sees it.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Its fields by name.</param>
internal sealed partial record PageForm(string Action, IReadOnlyDictionary<string, PageField> Fields)
{
    /// <summary>Reads the forms of a page.</summary>
    /// <param name="html">The page.</param>
    /// <returns>Those that are sent by POST, in the page's order.</returns>
    public static IReadOnlyList<PageForm> Of(string html) =>
        [
            .. Forms()
                .Matches(html)
                .Where(form => Attribute(form.Groups[1].Value, "method") == "post")
                .Select(form => new PageForm(Attribute(form.Groups[1].Value, "action") ?? "", FieldsOf(form.Groups[2].Value))),
        ];

    private static Dictionary<string, PageField> FieldsOf(string html) =>
        Controls()
            .Matches(html)
            .Select(match => match.Groups[1].Value)
            .Where(tag => Attribute(tag, "name") is not null)
            .GroupBy(tag => Attribute(tag, "name")!)
            .ToDictionary(
                tags => tags.Key,
                tags => new PageField(
                    tags.Where(tag => Attribute(tag, "type") == "hidden").Select(tag => Attribute(tag, "value")).FirstOrDefault(),
                    [.. tags.Where(tag => Attribute(tag, "type") is "radio" or "checkbox").Select(tag => Attribute(tag, "value") ?? "on")]
                )
            );

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?:input|textarea|select)([^>]*)>", RegexOptions.Singleline)]
    private static partial Regex Controls();
}
