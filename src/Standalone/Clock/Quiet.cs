namespace OneToOne.Standalone.Clock;

/// <summary>
/// Knows whether anything is being done. Whoever works enters; it is quiet when everybody has left. A clock that jumps waits for that.
/// </summary>
internal sealed class Quiet
{
    private readonly Lock gate = new();
    private TaskCompletionSource quiet = Completed();
    private int busy;

    /// <summary>Says that work begins; disposing says that it is done.</summary>
    public IDisposable Enter()
    {
        lock (gate)
        {
            if (busy++ == 0)
                quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new Work(this);
    }

    /// <summary>Waits until nothing is being done.</summary>
    public Task WhenQuietAsync()
    {
        lock (gate)
            return quiet.Task;
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--busy == 0)
                quiet.SetResult();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private sealed class Work(Quiet quiet) : IDisposable
    {
        private Quiet? quiet = quiet;

        public void Dispose() => Interlocked.Exchange(ref quiet, null)?.Leave();
    }
}
