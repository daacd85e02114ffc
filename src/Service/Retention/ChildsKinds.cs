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

    /// <summary>
    /// They name children by their ids, hold no words about them, and stay: what was done with records, and homes. What time a home allocates to
    /// a child goes with the child's own record.
    /// </summary>
    public static ImmutableArray<DocumentType> NamingChildren { get; } =
    [DocumentTypes.RetentionRun, DocumentTypes.SubjectAccess, DocumentTypes.Home];

    /// <summary>About no child.</summary>
    public static ImmutableArray<DocumentType> AboutNoChild { get; } =
    [DocumentTypes.Person, DocumentTypes.Organisation, DocumentTypes.InspectionExport, DocumentTypes.Drill];
}
