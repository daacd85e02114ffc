using System.Collections.Frozen;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>The declared schema as SQL, shared by all connections.</summary>
internal sealed class SqliteSchema
{
    /// <summary>Goes up when a table's columns change; a new type or query needs no new version. See <see cref="SqliteUpgrade"/>.</summary>
    private const long Version = 2;

    private readonly FrozenDictionary<DocumentType, Table> tables;
    private readonly FrozenDictionary<QueryDefinition, QueryText> queries;

    /// <summary>The declared schema.</summary>
    /// <param name="declared">What it is.</param>
    /// <param name="indexes">The names of the indexes that there are; null when there will be all.</param>
    public SqliteSchema(StoreSchema declared, IReadOnlyCollection<string>? indexes = null)
    {
        Declared = declared;
        tables = declared.Types.ToFrozenDictionary(type => type, type => new Table(type));
        queries = declared
            .Queries.Select(definition => KeyValuePair.Create(definition, new QueryText(definition, tables[definition.Type], indexes)))
            .ToFrozenDictionary<QueryDefinition, QueryText>(ReferenceEqualityComparer.Instance);
    }

    public StoreSchema Declared { get; }

    public Table this[DocumentType type] => tables[type];

    public QueryText this[QueryDefinition query] => queries[query];

    /// <summary>
    /// The schema as it can be read in a file that an earlier program made and none has prepared since. Nothing is written to the file.
    /// </summary>
    /// <param name="declared">What it is.</param>
    /// <param name="database">The file.</param>
    /// <returns>The schema, and a statement that makes empty tables for this connection alone where the file has none.</returns>
    /// <exception cref="StoreFileException">A newer program made the file, or it is no store.</exception>
    public static (SqliteSchema Schema, string Absent) AsFound(StoreSchema declared, Database database)
    {
        if (VersionOf(database) == 0)
            throw new StoreFileException("It is no store.");
        var schema = new SqliteSchema(declared, database.Pairs("SELECT name, name FROM sqlite_schema WHERE type = 'index'").Keys);
        var tables = database.Pairs("SELECT name, name FROM sqlite_schema WHERE type = 'table'");
        return (schema, string.Concat(declared.Types.Where(type => !tables.ContainsKey(type.Name)).Select(type => schema[type].Absent)));
    }

    /// <summary>
    /// Makes what is missing in a file and removes indexes that no query uses any more. Throws <see cref="StoreFileException"/> for a file
    /// that a newer or an unrelated version made. All of it happens or nothing.
    /// </summary>
    public void Prepare(Database database)
    {
        var found = VersionOf(database);
        database.Execute(Sql.Begin);
        var existing = database.Pairs("SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
        foreach (var table in tables.Values)
        {
            if (!existing.TryGetValue(table.Type.Name, out var sql))
                database.Execute(table.Create);
            else if (sql != table.Create)
                SqliteUpgrade.Run(database, table, sql, found);
        }
        PrepareIndexes(database);
        database.Execute($"PRAGMA user_version = {Version}");
        database.Execute(Sql.Commit);
    }

    private static long VersionOf(Database database)
    {
        var found = database.Number("PRAGMA user_version");
        return found <= Version
            ? found
            : throw new StoreFileException($"It has schema version {found} and this program knows only {Version}: use the newer program.");
    }

    private void PrepareIndexes(Database database)
    {
        var wanted = tables.Values.Select(table => table.Key).Concat(queries.Values.Select(query => query.Index)).ToHashSet();
        foreach (var (name, sql) in database.Pairs("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"))
            if (!wanted.Remove(new TableIndex(name, sql)))
                database.Execute($"DROP INDEX {Sql.Name(name)}");
        foreach (var index in wanted)
            database.Execute(index.Create);
    }
}
