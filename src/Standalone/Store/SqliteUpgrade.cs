using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>Gives a table of an earlier schema version the columns that were declared since, and fills them from the documents.</summary>
internal static class SqliteUpgrade
{
    // Path: where a document holds the value. What was disposed of holds none, and stays unfound.
    private static readonly (long Since, DocumentType Type, string Field, string Path)[] Added =
    [
        (2, DocumentTypes.Concern, Fields.Child, "$.state.child"),
    ];

    /// <summary>Rewrites the table.</summary>
    /// <param name="database">The file, in a transaction.</param>
    /// <param name="table">The table as it must be.</param>
    /// <param name="sql">The statement that made the one that is there.</param>
    /// <param name="found">The schema version of the file.</param>
    /// <exception cref="StoreFileException">It is no table of that version.</exception>
    public static void Run(Database database, Table table, string sql, long found)
    {
        var added = Added
            .Where(field => field.Type == table.Type && field.Since > found)
            .ToDictionary(field => field.Field, field => field.Path);
        var earlier = new Table(new(table.Type.Name, [.. table.Type.Fields.Where(field => !added.ContainsKey(field))]));
        if (sql != earlier.Create)
            throw new StoreFileException($"Its table '{table.Type.Name}' has other columns than this program's.");

        var old = Sql.Name($"{table.Type.Name}_{found}");
        var names = string.Concat(table.Type.Fields.Select(field => $", {Sql.Name(field)}"));
        var values = string.Concat(
            table.Type.Fields.Select(field => added.TryGetValue(field, out var path) ? $", json ->> '{path}'" : $", {Sql.Name(field)}")
        );
        database.Execute(
            $"""
            ALTER TABLE {table.Name} RENAME TO {old};
            {table.Create};
            INSERT INTO {table.Name} (n, partition, id, command, json{names}) SELECT n, partition, id, command, json{values} FROM {old};
            DROP TABLE {old};
            """
        );
    }
}
