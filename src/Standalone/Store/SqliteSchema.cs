using System.Collections.Frozen;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>The declared schema as SQL, shared by all connections.</summary>
internal sealed class SqliteSchema
{
    /// <summary>Goes up when a table's columns change; a new type or query needs no new version.</summary>
    private const long Version = 1;

    private readonly FrozenDictionary<DocumentType, Table> tables;
    private readonly FrozenDictionary<QueryDefinition, QueryText> queries;

    public SqliteSchema(StoreSchema declared)
    {
        Declared = declared;
        tables = declared.Types.ToFrozenDictionary(type => type, type => new Table(type));
        queries = declared
            .Queries.Select(definition => KeyValuePair.Create(definition, new QueryText(definition, tables[definition.Type])))
            .ToFrozenDictionary<QueryDefinition, QueryText>(ReferenceEqualityComparer.Instance);
    }

    public StoreSchema Declared { get; }

    public Table this[DocumentType type] => tables[type];

    public QueryText this[QueryDefinition query] => queries[query];

    /// <summary>
    /// Makes what is missing in a file and removes indexes that no query uses any more. Throws <see cref="StoreFileException"/> for a file
    /// that a newer or an unrelated version made.
    /// </summary>
    public void Prepare(Database database)
    {
        var found = database.Number("PRAGMA user_version");
        if (found > Version)
            throw new StoreFileException($"It has schema version {found} and this program knows only {Version}: use the newer program.");

        database.Execute(Sql.Begin);
        var existing = database.Pairs("SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
        foreach (var table in tables.Values)
        {
            if (!existing.TryGetValue(table.Type.Name, out var sql))
                database.Execute(table.Create);
            else if (sql != table.Create)
                throw new StoreFileException($"Its table '{table.Type.Name}' has other columns than this program's.");
        }
        PrepareIndexes(database);
        database.Execute($"PRAGMA user_version = {Version}");
        database.Execute(Sql.Commit);
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
