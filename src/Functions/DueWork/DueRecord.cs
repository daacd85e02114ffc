using OneToOne.Service.Store;

namespace OneToOne.Functions.DueWork;

/// <summary>The key of a record that is due, as an orchestration's history holds it.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Type">The name of its type.</param>
/// <param name="Id">Its id.</param>
public sealed record DueRecord(string Partition, string Type, string Id)
{
    /// <summary>Its key in the store.</summary>
    internal DocumentKey Key => new(Partition, DocumentTypes.All.Single(type => type.Name == Type), Id);

    /// <summary>Names the record of a key.</summary>
    internal static DueRecord Of(DocumentKey key) => new(key.Partition, key.Type.Name, key.Id);
}
