using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace OneToOne.Standalone.Store;

/// <summary>One connection and the statements prepared on it. Used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    private Database(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        };
        connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
    }

    /// <summary>False once SQLite has rolled back by itself, as it does when the disk is full.</summary>
    public bool InTransaction => sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>Whether the statement that ran last changed a row.</summary>
    public bool Changed => sqlite3_changes(connection.Handle!) > 0;

    /// <summary>
    /// The connection that writes; makes the file when there is none. FULL: a commit returns once it is on disk. Savepoints keep their
    /// undo in memory. What is deleted is overwritten. The log is copied into the file every 32 MB: more often costs a third of the writes, seldom a long recovery.
    /// </summary>
    public static Database OpenWriter(string path)
    {
        var database = new Database(path, SqliteOpenMode.ReadWriteCreate);
        database.Execute(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 8000;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA cache_size = -16000;
            PRAGMA busy_timeout = 5000;
            """
        );
        return database;
    }

    /// <summary>Copies the log into the file and empties it, so that no earlier page is left in it.</summary>
    /// <returns>Whether it is empty; a reader may still have been in it.</returns>
    public static bool EmptyLog(string path)
    {
        using var database = new Database(path, SqliteOpenMode.ReadWrite);
        database.Execute("PRAGMA busy_timeout = 5000;");
        return database.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    /// <summary>A connection that reads. Each commit of the writer empties its cache, so a large one would be waste.</summary>
    /// <param name="path">The file.</param>
    /// <param name="absent">Makes what the file has not, outside it.</param>
    public static Database OpenReader(string path, string absent = "")
    {
        var database = new Database(path, SqliteOpenMode.ReadOnly);
        database.Execute($"PRAGMA cache_size = -1000; PRAGMA temp_store = MEMORY; {absent} PRAGMA query_only = ON;");
        return database;
    }

    /// <summary>
    /// The statement for this text, prepared once. Texts are told apart by reference, because hashing one costs as much as a read.
    /// </summary>
    public Statement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = new Statement(connection.Handle!, sql));
        return statement;
    }

    /// <summary>Runs statements that are not worth keeping.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query that is not worth keeping, first column to second.</summary>
    public Dictionary<string, string> Pairs(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var pairs = new Dictionary<string, string>();
        while (reader.Read())
            pairs.Add(reader.GetString(0), reader.GetString(1));
        return pairs;
    }

    /// <summary>The first value of a query that is not worth keeping.</summary>
    public long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
