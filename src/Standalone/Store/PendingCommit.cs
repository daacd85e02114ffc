using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>A commit that waits for the writer. Its caller goes on elsewhere, so that the writer is never held up.</summary>
internal sealed class PendingCommit(Commit commit)
{
    private readonly TaskCompletionSource<CommitResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitResult? result;
    private Exception? failure;

    public Task<CommitResult> Answer => answer.Task;

    /// <summary>Does it in the group's transaction. A failure that leaves the transaction standing is this caller's alone.</summary>
    public void Apply(CommitApplier applier, Database database)
    {
        try
        {
            result = applier.Apply(commit);
        }
        catch (Exception e) when (database.InTransaction)
        {
            failure = e;
        }
    }

    /// <summary>Answers what became of it, once the transaction is on disk.</summary>
    public void Complete()
    {
        if (failure is not null)
            Fail(failure);
        else
            answer.SetResult(result!);
    }

    public void Fail(Exception exception) => answer.SetException(exception);
}
