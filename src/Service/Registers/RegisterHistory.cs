using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.Json;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>One field of a register entry that was changed.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">What it said; null when it said nothing, or the caller may not know.</param>
/// <param name="After">What it says since; null when it says nothing, or the caller may not know.</param>
public sealed record FieldChange(string Field, JsonElement? Before, JsonElement? After);

/// <summary>One change of a register entry.</summary>
/// <param name="Version">The version that it made; the one before it again where somebody said what they had read.</param>
/// <param name="By">Who made it; null for the product itself.</param>
/// <param name="At">When.</param>
/// <param name="Fields">What it changed; of the first, everything that was entered.</param>
public sealed record RegisterChange(int Version, PersonId? By, DateTimeOffset At, ImmutableArray<FieldChange> Fields);

/// <summary>What became of one mail about a change.</summary>
/// <param name="At">When.</param>
/// <param name="Delivery">Whose mail it was, and whether it was taken on.</param>
public sealed record RegisterTold(DateTimeOffset At, DeliveryEvent Delivery);

/// <summary>What became of a register entry, in order.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Told">Who was told of them by mail, or was not.</param>
public sealed record RegisterHistory(ImmutableArray<RegisterChange> Changes, ImmutableArray<RegisterTold> Told);

/// <summary>Reads what became of register entries from the histories that the ledger keeps.</summary>
/// <param name="ledger">The ledger.</param>
internal sealed class RegisterHistories(Ledger ledger)
{
    /// <summary>Reads the history of one entry.</summary>
    /// <typeparam name="T">The entry.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="shown">The entry as the caller may see it.</param>
    /// <param name="masked">The fields of which the caller learns that they changed, and not what they say.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<RegisterHistory> ReadAsync<T>(
        RegisterRecords<T> kind,
        string id,
        Func<T, T> shown,
        ImmutableArray<string> masked,
        CancellationToken ct
    )
        where T : class
    {
        var changes = ImmutableArray.CreateBuilder<RegisterChange>();
        var told = ImmutableArray.CreateBuilder<RegisterTold>();
        var before = ImmutableSortedDictionary<string, JsonElement>.Empty;
        await foreach (var (at, content) in ledger.HistoryAsync(kind, id, 1, ct))
        {
            if (DeliveryEvent.Of(content.Event) is { } delivery)
            {
                told.Add(new(at, delivery));
                continue;
            }
            var entry = content.Event.Deserialize<RegisterWritten<T>>(WireFormat.Options)!.Entry;
            var after = FieldsOf(shown(entry));
            var fields = Changed(before, after).Select(field => masked.Contains(field.Field) ? new(field.Field, null, null) : field);
            changes.Add(new(kind.VersionOf(entry), content.By, at, [.. fields]));
            before = after;
        }
        return new(changes.ToImmutable(), told.ToImmutable());
    }

    /// <summary>The fields in which two versions of an entry differ.</summary>
    /// <typeparam name="T">The entry.</typeparam>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    public static IEnumerable<FieldChange> Between<T>(T before, T after) => Changed(FieldsOf(before), FieldsOf(after));

    private static ImmutableSortedDictionary<string, JsonElement> FieldsOf<T>(T entry) =>
        JsonSerializer
            .SerializeToElement(entry, WireFormat.Options)
            .EnumerateObject()
            // A change says itself who made it and when.
            .Where(field => field is { Name: not ("version" or "addressEntered"), Value.ValueKind: not JsonValueKind.Null })
            .ToImmutableSortedDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static IEnumerable<FieldChange> Changed(
        ImmutableSortedDictionary<string, JsonElement> before,
        ImmutableSortedDictionary<string, JsonElement> after
    ) =>
        from name in before.Keys.Union(after.Keys, StringComparer.Ordinal)
        let old = Of(before, name)
        let now = Of(after, name)
        where old is null || now is null || !JsonElement.DeepEquals(old.Value, now.Value)
        select new FieldChange(name, old, now);

    private static JsonElement? Of(ImmutableSortedDictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value : null;
}
