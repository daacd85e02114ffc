namespace OneToOne.Standalone.Store;

/// <summary>
/// Readers to borrow. A read takes microseconds, so few are out at once; but opening one costs as much as a hundred reads, so as many are
/// kept as a busy moment needs. Each holds at most a megabyte.
/// </summary>
internal sealed class ReaderPool(Func<StoreReader> open) : IDisposable
{
    private const int Kept = 16;

    private readonly Lock gate = new();
    private readonly Stack<StoreReader> idle = new(Kept);
    private bool closed;

    /// <summary>Reads on the caller's own thread: handing it to another would take longer than the read.</summary>
    public T Read<TArgument, T>(TArgument argument, Func<StoreReader, TArgument, T> read)
    {
        var reader = Take() ?? open();
        try
        {
            return read(reader, argument);
        }
        finally
        {
            if (!Keep(reader))
                reader.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (idle.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private StoreReader? Take()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
            return idle.TryPop(out var reader) ? reader : null;
        }
    }

    private bool Keep(StoreReader reader)
    {
        lock (gate)
        {
            if (closed || idle.Count == Kept)
                return false;
            idle.Push(reader);
            return true;
        }
    }
}
