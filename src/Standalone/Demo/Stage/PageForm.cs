using System.Net;
using System.Text.RegularExpressions;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>A form of a page, as a browser without scripts sees it.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Its fields with what they hold; null for one that holds nothing yet.</param>
internal sealed partial record PageForm(string Action, IReadOnlyDictionary<string, string?> Fields)
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

    private static Dictionary<string, string?> FieldsOf(string html)
    {
        var fields = new Dictionary<string, string?>();
        foreach (var tag in Controls().Matches(html).Select(match => match.Groups[1].Value))
            if (Attribute(tag, "name") is { } name)
                fields[name] = Attribute(tag, "type") is "hidden" ? Attribute(tag, "value") : fields.GetValueOrDefault(name);
        return fields;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?:input|textarea|select)([^>]*)>", RegexOptions.Singleline)]
    private static partial Regex Controls();
}
