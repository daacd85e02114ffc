using OneToOne.Domain.Drills;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Drills;

/// <summary>How drills are kept: each in a partition of its own.</summary>
public sealed class DrillRecords() : RecordKind<Drill, DrillEvent>(DocumentTypes.Drill)
{
    /// <summary>The one instance.</summary>
    public static DrillRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(Drill state) => state.Id.Value;

    /// <inheritdoc/>
    public override Drill Evolve(Drill? state, DrillEvent happened, DateTimeOffset at) => DrillEvolution.Evolve(state, happened, at);

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(Drill state) =>
        [new(Fields.Home, state.Home.Value), FieldValue.At(Fields.CreatedAt, state.BegunAt)];
}
