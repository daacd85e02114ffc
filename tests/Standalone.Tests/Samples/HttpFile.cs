using System.Globalization;
using System.Text.RegularExpressions;

namespace OneToOne.Standalone.Tests.Samples;

/// <summary>One request of an <c>.http</c> file, its variables not filled in yet.</summary>
internal sealed record HttpRequestText(
    string Title,
    string? Name,
    string Method,
    string Url,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? Body
);

/// <summary>An <c>.http</c> file as editors read it.</summary>
internal sealed partial record HttpFile(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpRequestText> Requests)
{
    public static HttpFile Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var variables = VariableIn().Matches(text).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim());
        return new(variables, [.. text.Split("\n### ")[1..].Select(ReadRequest)]);
    }

    /// <summary>The moment that <c>{{$datetime iso8601 5 m}}</c> stands for.</summary>
    public static string Moment(string expression, DateTimeOffset now)
    {
        var words = expression.Split(' ');
        var by = words.Length == 4 ? int.Parse(words[2], CultureInfo.InvariantCulture) : 0;
        var unit = words.Length == 4 && words[3] == "h" ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);
        return (now + by * unit).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static HttpRequestText ReadRequest(string text)
    {
        var parts = text.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var calls = lines[1..].Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var name = lines.FirstOrDefault(line => line.StartsWith("# @name ", StringComparison.Ordinal))?[8..];
        var body =
            parts.Length > 1 && parts[1].StartsWith('{') ? parts[1][..(parts[1].IndexOf("\n}", StringComparison.Ordinal) + 2)] : null;
        var call = calls[0].Split(' ', 2);
        return new(lines[0], name, call[0], call[1], [.. calls[1..].Select(ReadHeader)], body);
    }

    private static (string, string) ReadHeader(string line) =>
        (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());

    [GeneratedRegex("^@(\\w+) *= *(.*)$", RegexOptions.Multiline)]
    private static partial Regex VariableIn();
}
