using System.Text;
using System.Text.Json;

namespace OneToOne.Service.Inspection;

/// <summary>A report as comma-separated values (RFC 4180): one header with every column of every section, and the section of each row first.</summary>
internal static class CsvReport
{
    private const string Section = "section";
    private const string NewLine = "\r\n";

    // A spreadsheet takes a text that begins so for a formula, whatever blanks stand before it; some take the full-width signs for the others.
    private static readonly char[] Formula = ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
    private static readonly char[] Control = ['\t', '\r', '\n'];

    public static string Of(InspectionReport report)
    {
        string[] columns = [.. report.Sections.SelectMany(section => section.Columns).Distinct()];
        var text = new StringBuilder();
        Line(text, [Section, .. columns]);
        foreach (var section in report.Sections)
        foreach (var row in section.Rows)
            Line(text, [section.Name, .. columns.Select(column => row.TryGetProperty(column, out var value) ? Cell(value) : "")]);
        return text.ToString();
    }

    /// <summary>A value as one cell; several are divided by a space.</summary>
    public static string Cell(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => Guarded(value.GetString()!),
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Cell)),
            _ => value.GetRawText(),
        };

    private static string Guarded(string text) =>
        text.Length > 0 && (Control.Contains(text[0]) || (text.AsSpan().Trim() is [var first, ..] && Formula.Contains(first)))
            ? $"'{text}"
            : text;

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append(NewLine);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
