using System.Net;
using System.Text.RegularExpressions;

namespace OneToOne.Service.Tests.Pages;

/// <summary>A page's HTML as a list of its tags, and what is wrong with it for somebody with an old telephone or a screen reader.</summary>
internal sealed partial class Markup
{
    private static readonly string[] Controls = ["input", "textarea", "select"];

    public Markup(string html)
    {
        Html = html;
        Tags = [.. Tag().Matches(html).Select(Read)];
    }

    public string Html { get; }

    /// <summary>Every opening tag, in order.</summary>
    public IReadOnlyList<Element> Tags { get; }

    /// <summary>The text without tags.</summary>
    public string Text => WebUtility.HtmlDecode(AnyTag().Replace(Html, " "));

    public IEnumerable<Element> Of(params string[] names) => Tags.Where(tag => names.Contains(tag.Name));

    /// <summary>Everything that breaks the rules every page keeps; empty when nothing does.</summary>
    public IEnumerable<string> Problems() => Frame().Concat(Foreign()).Concat(Ids()).Concat(Fields());

    private IEnumerable<string> Frame()
    {
        if (!Html.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase))
            yield return "no doctype";
        if (Of("html").SingleOrDefault()?["lang"] is not { Length: > 1 })
            yield return "no language";
        if (Of("meta").SingleOrDefault(m => m["name"] == "viewport")?["content"] != "width=device-width, initial-scale=1")
            yield return "no viewport, or one that keeps people from zooming";
        if (Of("h1").Count() != 1)
            yield return "not exactly one heading";
        if (Of("main").Count() != 1)
            yield return "not exactly one main part";
        if (!TitleText().IsMatch(Html))
            yield return "no title";
    }

    private IEnumerable<string> Foreign()
    {
        foreach (var tag in Of("script", "iframe", "object", "embed", "img", "base", "style"))
            yield return $"<{tag.Name}>";
        foreach (var tag in Tags)
        {
            foreach (var attribute in tag.Attributes.Keys.Where(a => a == "style" || a.StartsWith("on", StringComparison.Ordinal)))
                yield return $"<{tag.Name} {attribute}>";
            if ((tag["src"] ?? tag["action"] ?? (tag.Name == "link" ? tag["href"] : null)) is { } address && !address.StartsWith('/'))
                yield return $"<{tag.Name}> leads to {address}";
        }
    }

    private IEnumerable<string> Ids()
    {
        var ids = Tags.Select(tag => tag["id"]).OfType<string>().ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"id {twice.Key} twice";
        var referred = Tags.SelectMany(tag =>
            $"{tag["aria-describedby"]} {tag["aria-labelledby"]} {tag["for"]}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        var targets = Of("a").Select(a => a["href"]).Where(href => href?.StartsWith('#') == true).Select(href => href![1..]);
        foreach (var missing in referred.Concat(targets).Except(ids))
            yield return $"nothing has the id {missing}";
    }

    private IEnumerable<string> Fields()
    {
        foreach (var control in Of(Controls).Where(c => c["type"] != "hidden"))
        {
            if (!Labelled(control))
                yield return $"no label for {control["name"]}";
            if (control["type"] == "radio" && !InFieldset(control))
                yield return $"no legend for {control["name"]}";
        }
        foreach (var form in Of("form").Where(f => f["method"] != "post"))
            yield return "a form that does not post";
        foreach (var link in Of("a").Where(a => a["href"] is null))
            yield return "a link to nowhere";
    }

    private bool Labelled(Element control) =>
        Of("label").Any(label => label["for"] is { } id && id == control["id"]) || Inside("label", control.At);

    private bool InFieldset(Element control) =>
        Inside("fieldset", control.At) && Html.LastIndexOf("<legend", control.At, StringComparison.Ordinal) >= 0;

    private bool Inside(string element, int at) =>
        Html.LastIndexOf($"<{element}", at, StringComparison.Ordinal) > Html.LastIndexOf($"</{element}>", at, StringComparison.Ordinal);

    private static Element Read(Match tag) =>
        new(
            tag.Groups[1].Value.ToLowerInvariant(),
            tag.Index,
            Attribute()
                .Matches(tag.Groups[2].Value)
                .ToDictionary(a => a.Groups[1].Value.ToLowerInvariant(), a => WebUtility.HtmlDecode(a.Groups[2].Value))
        );

    [GeneratedRegex(@"<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/]+(?:=""[^""]*"")?)*)\s*/?>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s([^\s=>/]+)(?:=""([^""]*)"")?")]
    private static partial Regex Attribute();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"<title>\s*\S")]
    private static partial Regex TitleText();

    internal sealed record Element(string Name, int At, IReadOnlyDictionary<string, string> Attributes)
    {
        public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
    }
}
