using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>
/// Where a page ended: its last document's order value and row. The next page starts after it, whatever was written meanwhile.
/// </summary>
internal readonly record struct Continuation(string Value, long Row)
{
    public string Text(QueryDefinition query) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{query.Name}\n{Row}\n{Value}")));

    /// <summary>Throws <see cref="InvalidContinuationException"/> for what <see cref="Text"/> did not make for this query.</summary>
    public static Continuation Parse(string text, QueryDefinition query)
    {
        if (!Base64Url.IsValid(text))
            throw new InvalidContinuationException();
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 3);
        if (
            parts is [var name, var number, var value]
            && name == query.Name
            && long.TryParse(number, CultureInfo.InvariantCulture, out var row)
        )
            return new(value, row);
        throw new InvalidContinuationException();
    }
}
