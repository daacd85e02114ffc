using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Sql;

/// <summary>What an expression comes to: JSON, or nothing at all, which is not the same as null.</summary>
internal readonly record struct Value(bool Defined, JsonNode? Json)
{
    public static Value Undefined => default;

    public static Value Of(JsonNode? json) => new(true, json);

    public static Value Of(bool? truth) => truth is { } known ? Of(JsonValue.Create(known)) : Undefined;

    public bool? Truth =>
        Defined && Json is not null
            ? Json.GetValueKind() switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            }
            : null;

    /// <summary>Undefined, null, false, true, numbers, texts, arrays, objects: the order in which the service sorts kinds.</summary>
    public int Rank =>
        !Defined
            ? 0
            : Json?.GetValueKind() switch
            {
                null or JsonValueKind.Null => 1,
                JsonValueKind.False => 2,
                JsonValueKind.True => 3,
                JsonValueKind.Number => 4,
                JsonValueKind.String => 5,
                _ => throw Refusal.NotBuilt("comparing arrays and objects"),
            };

    /// <summary>The order of an ORDER BY.</summary>
    public static int Compare(Value left, Value right)
    {
        var byRank = left.Rank.CompareTo(right.Rank);
        return byRank is not 0 ? byRank
            : left.Rank is 4 ? left.Json!.GetValue<double>().CompareTo(right.Json!.GetValue<double>())
            : left.Rank is 5 ? CompareText(left.Json!.GetValue<string>(), right.Json!.GetValue<string>())
            : 0;
    }

    /// <summary>By code points, not by their halves in UTF-16.</summary>
    private static int CompareText(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    /// <summary>Whether a comparison of the two means anything: both defined and of one kind.</summary>
    public static bool Comparable(Value left, Value right) =>
        left.Defined && right.Defined && (left.Rank == right.Rank || (left.Rank is 2 or 3 && right.Rank is 2 or 3));
}
