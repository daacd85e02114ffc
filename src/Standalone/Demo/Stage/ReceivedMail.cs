using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OneToOne.Service.Links;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>A mail as its recipient finds it.</summary>
/// <param name="Id">Its id, made of the message's that the history names.</param>
/// <param name="At">When it was sent.</param>
/// <param name="To">The address it went to.</param>
/// <param name="Text">The plain text.</param>
internal sealed partial record ReceivedMail(string Id, DateTimeOffset At, string To, string Text)
{
    /// <summary>Its first line.</summary>
    public string Title => Text[..Text.IndexOf('\n', StringComparison.Ordinal)].Trim();

    /// <summary>Its link; null when it has none.</summary>
    public Uri? Link => LinkIn().Match(Text) is { Success: true } found ? new(found.Value) : null;

    /// <summary>The link's code as it is shown; null when there is none.</summary>
    public string? Code => CodeIn().Match(Text) is { Success: true } found ? found.Value : null;

    /// <summary>What the link is for; null when there is none.</summary>
    public LinkPurpose? Purpose => Link is { Segments: [.., var word, _] } && LinkPurposes.TryRead(word.Trim('/'), out var p) ? p : null;

    /// <summary>Reads a mail that <c>--mail folder</c> has written.</summary>
    /// <param name="path">The file.</param>
    public static ReceivedMail Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        var at = DateTimeOffset.ParseExact(
            name[..dash],
            "yyyyMMdd'T'HHmmss.fff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        var mime = File.ReadAllText(path);
        return new(name[(dash + 1)..], at, Header(mime, "To"), PlainText(mime));
    }

    private static string Header(string mime, string name) =>
        Regex.Match(mime, $"^{name}: *(.*?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;

    private static string PlainText(string mime)
    {
        var boundary = BoundaryIn().Match(mime).Groups[1].Value;
        var part = mime.Split($"--{boundary}").First(p => p.Contains("text/plain", StringComparison.OrdinalIgnoreCase));
        var body = part.ReplaceLineEndings("\n").Split("\n\n", 2)[1];
        return Encoding.UTF8.GetString(Convert.FromBase64String(body));
    }

    [GeneratedRegex("boundary=\"?([^\"\r\n;]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex BoundaryIn();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkIn();

    [GeneratedRegex(@"\b\d{3} \d{3} \d{3}\b")]
    private static partial Regex CodeIn();
}
