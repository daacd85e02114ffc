using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace OneToOne.Bench.Tools;

/// <summary>
/// What the disk and SQLite give to a program that does nothing else: in each transaction, for each command in it, one row of 2 KB updated
/// and two of 0.5 KB inserted; WAL, synchronous = FULL, statements prepared once.
/// </summary>
internal sealed class RawSqlite : IDisposable
{
    private const int Rows = 2000;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand update;
    private readonly SqliteCommand insert;
    private readonly string large = new('s', 2000);
    private readonly string small = new('h', 500);
    private int next;

    public RawSqlite(string path)
    {
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Run("CREATE TABLE state (id INTEGER PRIMARY KEY, json TEXT); CREATE TABLE history (id INTEGER PRIMARY KEY, json TEXT)");
        update = Prepare("UPDATE state SET json = $json WHERE id = $id", large);
        insert = Prepare("INSERT INTO history (json) VALUES ($json)", small);
        using var transaction = connection.BeginTransaction();
        for (var i = 0; i < Rows; i++)
            Run($"INSERT INTO state (id, json) VALUES ({i}, '{large}')");
        transaction.Commit();
    }

    /// <summary>Commands in a second when so many share a transaction.</summary>
    public double CommandsPerSecond(int inOneTransaction, TimeSpan over)
    {
        var started = Stopwatch.GetTimestamp();
        var done = 0;
        while (Stopwatch.GetElapsedTime(started) < over)
        {
            using var transaction = connection.BeginTransaction();
            (update.Transaction, insert.Transaction) = (transaction, transaction);
            for (var i = 0; i < inOneTransaction; i++, done++)
            {
                // A step through the rows that meets each before any again.
                update.Parameters[1].Value = next = (next + 7919) % Rows;
                update.ExecuteNonQuery();
                insert.ExecuteNonQuery();
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        update.Dispose();
        insert.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, string json)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$json", json);
        if (sql.Contains("$id", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$id", 0);
        command.Prepare();
        return command;
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
