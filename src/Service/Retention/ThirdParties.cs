using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Service.Json;

namespace OneToOne.Service.Retention;

/// <summary>Why a value of a subject access export may have to be redacted. Somebody decides that, value by value; nothing is left out here.</summary>
internal enum ThirdParty
{
    /// <summary>It is the id of another person, or names one.</summary>
    Person,

    /// <summary>It is words that somebody wrote, which may name another person.</summary>
    Words,

    /// <summary>It says why somebody may know nothing of the child.</summary>
    BarredReason,

    /// <summary>It is the child's history of making allegations (L-11), and so may name whom they were about.</summary>
    HistoryOfMakingAllegations,
}

/// <summary>
/// Writes what is held about a child with a mark on each value that may be about somebody else: in its place stands
/// <c>{"thirdParty": "words", "value": …}</c>. Every text is marked that is not one of our own words or the child's own id; rather one too many
/// than one too few.
/// </summary>
internal static class ThirdParties
{
    /// <summary>The format of the product, with the marks.</summary>
    /// <param name="subject">Whose records they are: the one child who is no third party.</param>
    public static JsonSerializerOptions MarkedFor(ChildId subject)
    {
        var options = new JsonSerializerOptions();
        WireFormat.Apply(options);
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(MarkSpecial);
        options.Converters.Insert(0, new Marking<PersonId>(ThirdParty.Person));
        options.Converters.Insert(0, new Marking<ChildId>(ThirdParty.Person, subject));
        options.Converters.Insert(0, new Marking<AssessmentKey>(ThirdParty.Person));
        options.Converters.Insert(0, new Marking<string>(ThirdParty.Words));
        options.MakeReadOnly();
        return options;
    }

    private static void MarkSpecial(JsonTypeInfo info)
    {
        ThirdParty? mark =
            info.Type == typeof(Bar) || info.Type == typeof(LiftProposal) ? ThirdParty.BarredReason
            : info.Type == typeof(HistoryOfMakingAllegations.Yes) ? ThirdParty.HistoryOfMakingAllegations
            : null;
        if (mark is { } special)
            foreach (var property in info.Properties)
                if (property.PropertyType == typeof(string))
                    property.CustomConverter = new Marking<string>(special);
    }

    private sealed class Marking<T>(ThirdParty mark, T? except = default) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("This format is only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (except is not null && EqualityComparer<T>.Default.Equals(value, except))
            {
                writer.WriteStringValue($"{value}");
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("thirdParty", JsonNamingPolicy.CamelCase.ConvertName(mark.ToString()));
            writer.WriteString("value", $"{value}");
            writer.WriteEndObject();
        }

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName($"{value}");
    }
}
