using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace OneToOne.Service.Json;

/// <summary>
/// How every value of the product is written as JSON, in the API and in the store: camelCase; unknown and repeated members refused; enums as
/// words; ids as strings; moments with an offset; the cases of a closed union told apart by <c>type</c>.
/// </summary>
public static class WireFormat
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 32;

    // Shared instances, so that all options configured here share one cache of type metadata.
    private static readonly IJsonTypeInfoResolver Resolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } };

    private static readonly JsonConverter[] Converters =
    [
        new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        new IdentifierConverterFactory(),
        new ParsableConverterFactory(),
        new MomentConverter(),
    ];

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The options that the store and everything outside an HTTP request use; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Gives the same format to options that somebody else made, such as those of the HTTP pipeline.</summary>
    /// <param name="options">The options to change.</param>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
        options.Encoder = Encoder;
        options.TypeInfoResolver = Resolver;
        foreach (var converter in Converters)
            options.Converters.Add(converter);
    }

    // Only our own types: the framework's, such as problem details, are written as the framework says.
    private static void Shape(JsonTypeInfo info)
    {
        if (info.Type.Namespace?.StartsWith("OneToOne.", StringComparison.Ordinal) == true)
        {
            ComputedMembers.LeaveOut(info);
            ClosedUnion.Describe(info);
        }

        Lists.Guard(info);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
