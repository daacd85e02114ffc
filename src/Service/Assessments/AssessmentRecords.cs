using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>How assessments are kept.</summary>
public sealed class AssessmentRecords() : RecordKind<Assessment, AssessmentEvent>(DocumentTypes.Assessment)
{
    /// <summary>The one instance.</summary>
    public static AssessmentRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(Assessment state) => state.Key.ToString();

    /// <inheritdoc/>
    public override Assessment Evolve(Assessment? state, AssessmentEvent happened, DateTimeOffset at) =>
        AssessmentState.Evolve(state, happened);

    /// <inheritdoc/>
    public override ChildId? ChildOf(Assessment state) => state.Key.Child;

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(Assessment state) =>
        [new(Fields.Home, state.Home.Value), new(Fields.Child, state.Key.Child?.Value), new(Fields.Worker, state.Key.Worker?.Value)];
}
