using System.Security.Cryptography;
using System.Text.Json;
using OneToOne.Service.Store;

namespace OneToOne.CrashLoad;

/// <summary>The shape of an arrangement in small: a state, a history linked by hashes, and a message that comes and goes.</summary>
internal static class Ledger
{
    public static readonly DocumentType State = new("state");
    public static readonly DocumentType Entry = new("entry");
    public static readonly DocumentType Message = new("message", Fields.DueAt);
    public static readonly QueryDefinition Entries = new("entries", Entry, QueryScope.OnePartition, [], Fields.Id, "often");
    public static readonly QueryDefinition Due = new("due", Message, QueryScope.AllPartitions, [], Fields.DueAt, "often");
    public static readonly StoreSchema Schema = new([State, Entry, Message], [Entries, Due]);

    /// <summary>Some partitions, few enough that writers meet.</summary>
    public static readonly string[] Partitions = [.. Enumerable.Range(0, 12).Select(i => $"partition{i}")];

    /// <summary>The commit that follows what was read: the state's next number, its entry, and a message after each odd number.</summary>
    public static Commit Next(string partition, string command, StoredDocument? current, string text)
    {
        var head = current is null ? new Head(0, "") : Read<Head>(current);
        var link = new Link(head.Number + 1, head.Hash, text);
        var entry = new Document(Entry, SequenceId.Text(link.Number), JsonSerializer.SerializeToUtf8Bytes(link));
        var state = new Document(State, "state", JsonSerializer.SerializeToUtf8Bytes(new Head(link.Number, Hash(entry.Json))));
        return new(
            partition,
            command,
            current is null ? new Operation.Create(state) : new Operation.Replace(state, current.ETag),
            new Operation.Create(entry),
            IsOdd(link.Number) ? new Operation.Create(DueAt(link.Number)) : new Operation.Delete(Message, "message")
        );
    }

    public static bool IsOdd(int number) => number % 2 == 1;

    public static string Hash(ReadOnlyMemory<byte> json) => Convert.ToHexString(SHA256.HashData(json.Span));

    public static T Read<T>(StoredDocument document) => JsonSerializer.Deserialize<T>(document.Json.Span)!;

    private static Document DueAt(int number) =>
        new(Message, "message", "{}"u8.ToArray(), FieldValue.At(Fields.DueAt, DateTimeOffset.UnixEpoch.AddSeconds(number)));

    /// <summary>What a state says: how many entries there are, and the hash of the last.</summary>
    public sealed record Head(int Number, string Hash);

    /// <summary>What an entry says: its number and the hash of the one before.</summary>
    public sealed record Link(int Number, string Previous, string Text);
}
