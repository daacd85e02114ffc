using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>
/// Operations that are done all together or not at all: 1 to 100, on different documents of one partition, at most 1.9 MB of JSON
/// once it is escaped as a text.
/// </summary>
/// <param name="Partition">1 to 255 characters, none of <c>/ \ ? #</c>.</param>
/// <param name="CommandId">
/// Unique for each command and kept when the same command is tried again. It is stored beside each document the commit writes, so an
/// engine that meets a conflict can see that the conflict is with its own earlier success.
/// </param>
/// <param name="Operations">In the order they are done.</param>
public sealed record Commit(string Partition, string CommandId, params ImmutableArray<Operation> Operations);

/// <summary>One step of a <see cref="Commit"/>: a closed union.</summary>
public abstract record Operation
{
    private Operation(DocumentType type, string id, Document? written)
    {
        Type = type;
        Id = id;
        Written = written;
    }

    /// <summary>The type of the document it touches.</summary>
    public DocumentType Type { get; }

    /// <summary>The id of the document it touches.</summary>
    public string Id { get; }

    /// <summary>What it writes; <see langword="null"/> for a deletion.</summary>
    public Document? Written { get; }

    /// <summary>Writes a new document; a conflict when it is there already.</summary>
    /// <param name="Document">What to write.</param>
    public sealed record Create(Document Document) : Operation(Document.Type, Document.Id, Document);

    /// <summary>Writes the next version of a document; a conflict unless the stored version is <paramref name="IfMatch"/>.</summary>
    /// <param name="Document">What to write.</param>
    /// <param name="IfMatch">The ETag that was read.</param>
    public sealed record Replace(Document Document, string IfMatch) : Operation(Document.Type, Document.Id, Document);

    /// <summary>
    /// Removes a document; a conflict when it is not there, or when <paramref name="IfMatch"/> is given and is not the stored version.
    /// </summary>
    /// <param name="Type">Its type.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="IfMatch">The ETag that was read, or <see langword="null"/> for any version.</param>
    public sealed record Delete(DocumentType Type, string Id, string? IfMatch = null) : Operation(Type, Id, null);
}
