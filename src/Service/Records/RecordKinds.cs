using System.Collections.Immutable;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Concerns;
using OneToOne.Service.Drills;
using OneToOne.Service.Fairness;
using OneToOne.Service.Inspection;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;

namespace OneToOne.Service.Records;

/// <summary>Every kind of record.</summary>
public static class RecordKinds
{
    /// <summary>All of them, each once.</summary>
    public static ImmutableArray<IReplay> All { get; } =
    [
        ArrangementRecords.Kind,
        AssessmentRecords.Kind,
        ConcernRecords.Kind,
        InspectionExports.Kind,
        DispositionRecords.Kind,
        DrillRecords.Kind,
        RetentionRunRecords.Kind,
        SubjectAccessRecords.Kind,
        RegisterKinds.People,
        RegisterKinds.Children,
        RegisterKinds.Homes,
        RegisterKinds.CurrentPolicy,
    ];
}
