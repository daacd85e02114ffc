namespace OneToOne.Service.Store;

/// <summary>A document that is asked for among others.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Held">The version that whoever asks already has; <see langword="null"/> when they have none.</param>
public readonly record struct DocumentWanted(DocumentKey Key, string? Held = null);

/// <summary>What became of a <see cref="DocumentWanted"/>: a closed union.</summary>
public abstract record DocumentRead
{
    private DocumentRead() { }

    /// <summary>There is no such document.</summary>
    public sealed record Missing : DocumentRead
    {
        /// <summary>The only value.</summary>
        public static readonly Missing Instance = new();

        private Missing() { }
    }

    /// <summary>The version that is held is the one that is stored.</summary>
    public sealed record NotModified : DocumentRead
    {
        /// <summary>The only value.</summary>
        public static readonly NotModified Instance = new();

        private NotModified() { }
    }

    /// <summary>It is there, in another version than the one held.</summary>
    /// <param name="Document">The document.</param>
    public sealed record Found(StoredDocument Document) : DocumentRead;
}
