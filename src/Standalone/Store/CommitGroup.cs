namespace OneToOne.Standalone.Store;

/// <summary>Commits that share one transaction, and so one wait for the disk.</summary>
internal sealed class CommitGroup(Database database, SqliteSchema schema)
{
    private readonly CommitApplier applier = new(database, schema);

    /// <summary>
    /// Does each, makes all of them durable, then answers each. When the transaction fails, each is answered with the failure.
    /// </summary>
    public void Run(List<PendingCommit> group)
    {
        try
        {
            database.Statement(Sql.Begin).Run();
            foreach (var pending in group)
                pending.Apply(applier, database);
            database.Statement(Sql.Commit).Run();
        }
        catch (Exception e)
        {
            if (database.InTransaction)
                database.Statement(Sql.Rollback).Run();
            foreach (var pending in group)
                pending.Fail(e);
            return;
        }
        foreach (var pending in group)
            pending.Complete();
    }
}
