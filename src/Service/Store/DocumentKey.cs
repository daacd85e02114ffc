namespace OneToOne.Service.Store;

/// <summary>The address of one document.</summary>
/// <param name="Partition">What commits together: an arrangement's id, or the id of a person, child, home and so on.</param>
/// <param name="Type">One of <see cref="DocumentTypes"/>.</param>
/// <param name="Id">Unique among the documents of this type in this partition.</param>
public readonly record struct DocumentKey(string Partition, DocumentType Type, string Id)
{
    /// <summary>Its id as a log may show it: an assessment's names a child and a worker, and is its kind alone.</summary>
    public string LoggedId => Type == DocumentTypes.Assessment ? Id.Split('.')[0] : Id;
}
