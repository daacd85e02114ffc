namespace OneToOne.Service.Store;

/// <summary>What became of a <see cref="Commit"/>: a closed union.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>Everything is written and durable.</summary>
    public sealed record Committed : CommitResult
    {
        /// <summary>The only value.</summary>
        public static readonly Committed Instance = new();

        private Committed() { }
    }

    /// <summary>
    /// This very command was committed before, as the documents it would write say: success. One that only deletes leaves
    /// nothing to recognise it by and is a <see cref="Conflict"/>.
    /// </summary>
    public sealed record AlreadyCommitted : CommitResult
    {
        /// <summary>The only value.</summary>
        public static readonly AlreadyCommitted Instance = new();

        private AlreadyCommitted() { }
    }

    /// <summary>Nothing is written, because a document is not as the operation demands. Read again and decide again.</summary>
    /// <param name="OperationIndex">The first operation in conflict, counted from 0.</param>
    public sealed record Conflict(int OperationIndex) : CommitResult;
}
