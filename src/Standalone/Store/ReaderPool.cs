using System.Collections.Concurrent;

namespace OneToOne.Standalone.Store;

/// <summary>
/// Readers to borrow. A read takes microseconds, so few are ever out at once; more than a few kept would only hold memory.
/// </summary>
internal sealed class ReaderPool(Func<StoreReader> open) : IDisposable
{
    private static readonly int Kept = Environment.ProcessorCount * 2;

    private readonly ConcurrentBag<StoreReader> idle = [];
    private volatile bool closed;

    /// <summary>Reads on the caller's own thread: handing it to another would take longer than the read.</summary>
    public T Read<TArgument, T>(TArgument argument, Func<StoreReader, TArgument, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
        if (!idle.TryTake(out var reader))
            reader = open();
        try
        {
            return read(reader, argument);
        }
        finally
        {
            if (closed || idle.Count >= Kept)
                reader.Dispose();
            else
                idle.Add(reader);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}
