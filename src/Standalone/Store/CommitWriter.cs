using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>The one writer: a thread that commits everything that waits in one transaction, then answers each caller.</summary>
internal sealed class CommitWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly AutoResetEvent arrived = new(false);
    private readonly Database database;
    private readonly CommitGroup commits;
    private readonly Thread thread;
    private List<PendingCommit> waiting = [];
    private List<PendingCommit> group = [];
    private bool closed;

    public CommitWriter(Database database, SqliteSchema schema)
    {
        this.database = database;
        commits = new CommitGroup(database, schema);
        thread = new Thread(Run) { Name = "Store writer", IsBackground = true };
        thread.Start();
    }

    public Task<CommitResult> CommitAsync(Commit commit)
    {
        var pending = new PendingCommit(commit);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
            waiting.Add(pending);
        }
        arrived.Set();
        return pending.Answer;
    }

    /// <summary>Takes no more, commits what waits, and ends.</summary>
    public void Dispose()
    {
        lock (gate)
            closed = true;
        arrived.Set();
        thread.Join();
        arrived.Dispose();
        database.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            arrived.WaitOne();
            bool last;
            lock (gate)
            {
                (group, waiting) = (waiting, group);
                last = closed;
            }
            if (group.Count > 0)
                commits.Run(group);
            group.Clear();
            if (last)
                return;
        }
    }
}
