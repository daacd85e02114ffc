using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OneToOne.Service.Tests.Mail;

/// <summary>A mail as its reader sees it, parsed back from RFC 5322 text, together with its envelope.</summary>
public sealed partial class ReceivedMail
{
    private readonly Dictionary<string, string> headers;

    public ReceivedMail(string raw, string from = "", string to = "")
    {
        Raw = raw;
        EnvelopeFrom = from;
        EnvelopeTo = to;
        (headers, var body) = Split(raw);
        foreach (var (type, content) in Parts(headers, body))
        {
            if (type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
                Text = content;
            if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
                Html = content;
        }
    }

    /// <summary>The bytes as they came, one character a byte.</summary>
    public string Raw { get; }

    public string EnvelopeFrom { get; }

    public string EnvelopeTo { get; }

    public string Text { get; } = "";

    public string Html { get; } = "";

    public string Subject => Decode(Header("Subject"));

    public string From => Decode(Header("From"));

    public string MessageId => Header("Message-ID");

    /// <summary>The links of the text body, in order.</summary>
    public IReadOnlyList<Uri> Links => [.. LinkPattern().Matches(Text).Select(m => new Uri(m.Value))];

    /// <summary>The links of the HTML body, in order.</summary>
    public IReadOnlyList<Uri> HtmlLinks => [.. HrefPattern().Matches(Html).Select(m => new Uri(WebUtility.HtmlDecode(m.Groups[1].Value)))];

    /// <summary>The code of the text body, without its spaces; empty when there is none.</summary>
    public string Code => CodePattern().Match(Text).Value.Replace(" ", "", StringComparison.Ordinal);

    public string Header(string name) => headers.GetValueOrDefault(name, "");

    public override string ToString() => $"{EnvelopeTo}: {Subject}";

    private static (Dictionary<string, string> Headers, string Body) Split(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (raw, "") : (raw[..end], raw[(end + 4)..]);
        var fields = Folding().Replace(head, " ").Split("\r\n").Select(line => line.Split(':', 2)).Where(field => field.Length == 2);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
            headers.Add(field[0], Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(field[1].Trim())));
        return (headers, body);
    }

    private static IEnumerable<(string Type, string Content)> Parts(Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (Boundary().Match(type) is not { Success: true } boundary)
            return [(type, Content(headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit"), body))];
        return body.Split("--" + boundary.Groups[1].Value)
            .Skip(1)
            .TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part =>
            {
                var (inner, content) = Split(part.TrimStart('\r', '\n'));
                return Parts(inner, content);
            });
    }

    private static string Content(string encoding, string body) =>
        Encoding.UTF8.GetString(
            encoding.ToLowerInvariant() switch
            {
                "base64" => Convert.FromBase64String(body),
                "quoted-printable" => QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal)),
                _ => Encoding.Latin1.GetBytes(body),
            }
        );

    private static string Decode(string header) =>
        EncodedWord()
            .Replace(
                WordGap().Replace(header, "$1"),
                word =>
                    Encoding
                        .GetEncoding(word.Groups[1].Value)
                        .GetString(
                            word.Groups[2].Value is "B" or "b"
                                ? Convert.FromBase64String(word.Groups[3].Value)
                                : QuotedPrintable(word.Groups[3].Value.Replace('_', ' '))
                        )
            );

    private static byte[] QuotedPrintable(string text) =>
        Encoding.Latin1.GetBytes(Escaped().Replace(text, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"href=""([^""]+)""")]
    private static partial Regex HrefPattern();

    [GeneratedRegex(@"(?<!\d)\d{3} \d{3} \d{3}(?!\d)")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"boundary=""?([^"";]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex WordGap();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Escaped();
}
