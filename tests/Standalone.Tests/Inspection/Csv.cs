using System.Text;

namespace OneToOne.Standalone.Tests.Inspection;

/// <summary>Reads comma-separated values as RFC 4180 has them.</summary>
internal static class Csv
{
    public static List<string[]> Read(string text)
    {
        var (lines, line, cell) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var (i, quoted) = (0, false); i < text.Length; i++)
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    Assert.Equal('\n', text[++i]);
                    lines.Add([.. line, cell.ToString()]);
                    line.Clear();
                    cell.Clear();
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        Assert.Equal(0, line.Count + cell.Length);
        return lines;
    }
}
