using System.Collections.Concurrent;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>
/// The table of one document type and the texts of its statements. Column <c>n</c> identifies a row for as long as it lives; column
/// <c>command</c>, the command that wrote the row last, is also its version.
/// </summary>
internal sealed class Table
{
    /// <summary>The set of all fields; a type has at most 32.</summary>
    public const uint AllFields = uint.MaxValue;

    private readonly ConcurrentDictionary<uint, string> updates = new();

    public Table(DocumentType type)
    {
        Type = type;
        Name = Sql.Name(type.Name);
        var columns = type.Fields.Select(Sql.Name).ToArray();
        var list = string.Concat(columns.Select(column => $", {column}"));
        var values = string.Concat(columns.Select((_, i) => $", ?{i + 5}"));
        var definitions = string.Concat(columns.Select(column => $", {column} TEXT"));

        var all =
            $"TABLE {Name} (n INTEGER PRIMARY KEY, partition TEXT NOT NULL, id TEXT NOT NULL, command TEXT NOT NULL{definitions}, "
            + "json TEXT NOT NULL)";
        Create = $"CREATE {all}";
        Absent = $"CREATE TEMP {all};";
        Key = new TableIndex($"{type.Name}_key", $"CREATE UNIQUE INDEX {Sql.Name($"{type.Name}_key")} ON {Name} (partition, id)");
        Read = $"SELECT command, json FROM {Name} WHERE partition = ?1 AND id = ?2";
        ReadETag = $"SELECT command FROM {Name} WHERE partition = ?1 AND id = ?2";
        Find = $"SELECT n, command{list} FROM {Name} WHERE partition = ?1 AND id = ?2";
        Insert =
            $"INSERT INTO {Name} (partition, id, command, json{list}) VALUES (?1, ?2, ?3, ?4{values}) "
            + "ON CONFLICT (partition, id) DO NOTHING";
        Delete = $"DELETE FROM {Name} WHERE n = ?1";
    }

    public DocumentType Type { get; }

    public string Name { get; }

    public string Create { get; }

    /// <summary>Makes it empty, for one connection alone.</summary>
    public string Absent { get; }

    /// <summary>The index that makes a key unique.</summary>
    public TableIndex Key { get; }

    /// <summary>partition, id → command, json.</summary>
    public string Read { get; }

    /// <summary>partition, id → command.</summary>
    public string ReadETag { get; }

    /// <summary>partition, id → n, command, declared fields.</summary>
    public string Find { get; }

    /// <summary>partition, id, command, json, declared fields; changes nothing when the key is taken.</summary>
    public string Insert { get; }

    /// <summary>n.</summary>
    public string Delete { get; }

    /// <summary>
    /// n, command, json, filler, declared fields. It sets only the fields in <paramref name="changed"/> (bit i = field i), because SQLite
    /// rewrites the entries of each index on a column that is set, even to the value it has.
    /// </summary>
    public string Update(uint changed) =>
        updates.GetOrAdd(
            changed,
            static (changed, table) =>
            {
                var set = table.Type.Fields.Select((field, i) => (changed >> i & 1) == 0 ? "" : $", {Sql.Name(field)} = ?{i + 5}");
                return $"UPDATE {table.Name} SET command = ?3, json = ?4{string.Concat(set)} WHERE n = ?1";
            },
            this
        );
}
