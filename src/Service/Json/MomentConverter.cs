using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneToOne.Service.Json;

/// <summary>Reads a moment only if it says its offset from UTC: without one, nobody knows which moment is meant.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var moment) && EndsWithOffset(reader.ValueSpan))
            return moment;
        throw new UnreadableValueException(
            "A moment is written with its offset, such as 2026-03-01T18:30:00+00:00 or 2026-03-01T18:30:00Z."
        );
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static bool EndsWithOffset(ReadOnlySpan<byte> text) =>
        text is [.., (byte)'Z'] or [.., (byte)'+' or (byte)'-', _, _, (byte)':', _, _];
}
