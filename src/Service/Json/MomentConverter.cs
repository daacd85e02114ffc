using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneToOne.Service.Json;

/// <summary>Reads a moment only if it says its offset from UTC: without one, nobody knows which moment is meant.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    private const int LongestEscaped = 42 * 6;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var moment) && EndsWithOffset(ref reader))
            return moment;
        throw new UnreadableValueException(
            "A moment is written with its offset, such as 2026-03-01T18:30:00+00:00 or 2026-03-01T18:30:00Z."
        );
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    // Copied, because the text may hold escapes, and may lie in two pieces of a request's body. 42 letters are the most that is a moment.
    private static bool EndsWithOffset(ref Utf8JsonReader reader)
    {
        Span<byte> letters = stackalloc byte[LongestEscaped];
        return letters[..reader.CopyString(letters)] is [.., (byte)'Z'] or [.., (byte)'+' or (byte)'-', _, _, (byte)':', _, _];
    }
}
