using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Opens mailed links and fills in their pages, as somebody with an old telephone would.</summary>
/// <param name="http">Reaches the server.</param>
internal sealed partial class Browser(HttpClient http)
{
    private const string CodeField = "code";

    /// <summary>Does something by a link.</summary>
    /// <param name="mail">The mail with the link and its code.</param>
    /// <param name="form">Which form of the page, and what is always filled in.</param>
    /// <param name="with">What is filled in besides.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>Whether it went by one tap, without typing the code.</returns>
    /// <exception cref="StepFailedException">The page has no such form or field, or refuses.</exception>
    public async Task<bool> DoAsync(ReceivedMail mail, LinkForm form, JsonObject with, CancellationToken ct)
    {
        var answers = Bodies.Over(form.Always, with);
        if (Find(await GetAsync(mail.Link!, ct), form, answers) is { } oneTap)
        {
            await SendAsync(oneTap, answers, ct);
            return true;
        }
        var opened = await PostAsync(mail.Link!, [new(CodeField, mail.Code!)], ct);
        if (form.Act is not null)
            await SendAsync(Find(opened, form, answers) ?? throw NoForm(form.Act, opened), answers, ct);
        return false;
    }

    private async Task SendAsync(PageForm page, JsonObject answers, CancellationToken ct)
    {
        var sent = page.Fields.Where(f => f.Value.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value.Value!)).ToList();
        foreach (var (name, value) in answers)
        foreach (var said in value is JsonArray many ? many.Select(one => $"{one}") : [$"{value}"])
            sent.Add(new(name, page.Fields[name].Answer(said) ?? throw NoAnswer(name, said, page.Fields[name])));
        await PostAsync(new(http.BaseAddress!, page.Action), sent, ct);
    }

    private async Task<string> GetAsync(Uri link, CancellationToken ct)
    {
        using var response = await http.GetAsync(link, ct);
        return await PageOf(response, ct);
    }

    private async Task<string> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(address, content, ct);
        return await PageOf(response, ct);
    }

    private static async Task<string> PageOf(HttpResponseMessage response, CancellationToken ct)
    {
        var html = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode
            ? html
            : throw new PageRefusedException((int)response.StatusCode, string.Join(' ', [Heading(html), .. Errors(html)]));
    }

    // A page may have several forms of one kind, such as one for each finding: the right one has the fields that are to be filled in.
    private static PageForm? Find(string html, LinkForm form, JsonObject answers) =>
        form.Act is { } act
            ? PageForm
                .Of(html)
                .FirstOrDefault(f =>
                    f.Action.EndsWith($"/{act}", StringComparison.Ordinal) && answers.All(a => f.Fields.ContainsKey(a.Key))
                )
            : null;

    private static StepFailedException NoForm(string act, string html) =>
        new(
            $"the page '{Heading(html)}' has no form '{act}' with these fields; it has "
                + string.Join("; ", PageForm.Of(html).Select(f => $"{f.Action.Split('/')[^1]} ({string.Join(", ", f.Fields.Keys)})"))
        );

    private static StepFailedException NoAnswer(string name, string said, PageField field) =>
        new($"the page does not offer '{said}' for {name}, only {string.Join(", ", field.Offered)}");

    private static string Heading(string html) => WebUtility.HtmlDecode(HeadingIn().Match(html).Groups[1].Value);

    private static IEnumerable<string> Errors(string html) =>
        ErrorsIn().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingIn();

    [GeneratedRegex("<li><a href=\"#[^>]*>(.*?)</a></li>", RegexOptions.Singleline)]
    private static partial Regex ErrorsIn();
}
