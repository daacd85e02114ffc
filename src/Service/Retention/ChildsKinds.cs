using System.Collections.Immutable;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>
/// Which kinds of records are about a child. Every kind stands in one of these lists: what is about a child is kept as long as the child's
/// own record, disposed of with it and part of subject access.
/// </summary>
internal static class ChildsKinds
{
    /// <summary>About one child.</summary>
    public static ImmutableArray<DocumentType> AboutAChild { get; } =
    [DocumentTypes.Child, DocumentTypes.Arrangement, DocumentTypes.Assessment, DocumentTypes.Concern, DocumentTypes.FairnessDisposition];

    /// <summary>About what was done with records of children: they name children by their ids, say nothing else of them, and stay.</summary>
    public static ImmutableArray<DocumentType> AboutRecords { get; } = [DocumentTypes.RetentionRun, DocumentTypes.SubjectAccess];

    /// <summary>About no child.</summary>
    public static ImmutableArray<DocumentType> AboutNoChild { get; } =
    [DocumentTypes.Person, DocumentTypes.Home, DocumentTypes.Organisation, DocumentTypes.InspectionExport, DocumentTypes.Drill];
}
