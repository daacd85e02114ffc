using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>
/// The one writer. A caller who finds nobody writing writes at once on its own thread, which is sooner than handing over. Whoever comes
/// meanwhile waits; a thread commits all who wait in one transaction, again and again until nobody waits.
/// </summary>
internal sealed class CommitWriter : IDisposable
{
    private readonly object gate = new();
    private readonly Database database;
    private readonly CommitGroup commits;
    private readonly Thread thread;
    private List<PendingCommit> waiting = [];
    private List<PendingCommit> group = [];
    private bool writing;
    private bool handedOver;
    private bool closed;

    public CommitWriter(Database database, SqliteSchema schema)
    {
        this.database = database;
        commits = new CommitGroup(database, schema);
        thread = new Thread(Drain) { Name = "Store writer", IsBackground = true };
        thread.Start();
    }

    public Task<CommitResult> CommitAsync(Commit commit)
    {
        var pending = new PendingCommit(commit);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
            waiting.Add(pending);
            if (writing)
                return pending.Answer;
            writing = true;
        }
        if (WriteOnce())
            HandOver();
        return pending.Answer;
    }

    /// <summary>Takes no more, commits what waits, and ends.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
        thread.Join();
        database.Dispose();
    }

    /// <summary>Commits all who wait. True when others came meanwhile, and it is for the one who wrote to see to them.</summary>
    private bool WriteOnce()
    {
        lock (gate)
            (group, waiting) = (waiting, group);
        commits.Run(group);
        group.Clear();
        lock (gate)
        {
            writing = waiting.Count > 0;
            if (closed)
                Monitor.PulseAll(gate);
            return writing;
        }
    }

    private void HandOver()
    {
        lock (gate)
        {
            handedOver = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Drain()
    {
        while (IsHandedOver())
        while (WriteOnce()) { }
    }

    private bool IsHandedOver()
    {
        lock (gate)
        {
            while (!handedOver && (writing || !closed))
                Monitor.Wait(gate);
            var result = handedOver;
            handedOver = false;
            return result;
        }
    }
}
