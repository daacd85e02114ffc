using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneToOne.Service.Http;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries that the caller may see; fewer than asked for when others were left out, perhaps none.</param>
/// <param name="Continuation">Asks for the rest; null when there is none.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Continuation)
{
    /// <summary>How many more there are here that cannot be read, because a newer version of the program has written to them; null where that is not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Unreadable { get; init; }
}
