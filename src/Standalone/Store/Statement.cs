using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace OneToOne.Standalone.Store;

/// <summary>
/// One prepared statement, kept for the life of its connection. It goes below <see cref="SqliteCommand"/>, which on every run looks up
/// each parameter by name and boxes or copies each value: a third of the time of a small statement. Parameters count from 1, columns
/// from 0.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int ShortText = 255;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(sqlite3_prepare_v3(database, sql, SQLITE_PREPARE_PERSISTENT, out handle));
    }

    public void Bind(int parameter, string? text)
    {
        if (text is null)
            Check(sqlite3_bind_null(handle, parameter));
        else if (text.Length <= ShortText)
            BindShort(parameter, text);
        else
            Bind(parameter, Encoding.UTF8.GetBytes(text));
    }

    public void Bind(int parameter, ReadOnlySpan<byte> utf8) => Check(sqlite3_bind_text(handle, parameter, utf8));

    public void Bind(int parameter, long number) => Check(sqlite3_bind_int64(handle, parameter, number));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = sqlite3_step(handle);
        if (code is SQLITE_ROW)
            return true;
        if (code is not SQLITE_DONE)
            Check(code);
        return false;
    }

    /// <summary>Runs a statement that has no rows and makes it ready to run again.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public string? Text(int column) =>
        sqlite3_column_type(handle, column) is SQLITE_NULL ? null : Encoding.UTF8.GetString(sqlite3_column_blob(handle, column));

    /// <summary>Whether a column holds this text, without making a string of it.</summary>
    public bool Holds(int column, string? text)
    {
        if (text is null || sqlite3_column_type(handle, column) is SQLITE_NULL)
            return text is null && sqlite3_column_type(handle, column) is SQLITE_NULL;
        if (text.Length > ShortText)
            return text == Text(column);
        Span<byte> utf8 = stackalloc byte[3 * ShortText];
        return sqlite3_column_blob(handle, column).SequenceEqual(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    public byte[] Bytes(int column) => sqlite3_column_blob(handle, column).ToArray();

    public long Number(int column) => sqlite3_column_int64(handle, column);

    /// <summary>Ends the read, so that no snapshot stays open. Its result repeats an error that <see cref="Step"/> has thrown.</summary>
    public void Reset() => _ = sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();

    private void BindShort(int parameter, string text)
    {
        Span<byte> utf8 = stackalloc byte[3 * ShortText];
        Bind(parameter, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
