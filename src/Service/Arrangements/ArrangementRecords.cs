using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>How arrangements are kept.</summary>
public sealed class ArrangementRecords() : RecordKind<Arrangement, ArrangementEvent>(DocumentTypes.Arrangement)
{
    /// <summary>The one instance.</summary>
    public static ArrangementRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(Arrangement state) => state.Id.Value;

    /// <inheritdoc/>
    public override Arrangement Evolve(Arrangement? state, ArrangementEvent happened, DateTimeOffset at) =>
        ArrangementEvolution.Evolve(state, happened, at);

    /// <inheritdoc/>
    public override ChildId? ChildOf(Arrangement state) => state.Plan.Child;

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(Arrangement state) =>
        [
            new(Fields.Home, state.Home.Value),
            new(Fields.Child, state.Plan.Child.Value),
            new(Fields.Worker, state.Plan.Worker.Value),
            new(Fields.Open, state.IsFinal ? null : "1"),
            FieldValue.At(Fields.CreatedAt, state.RequestedAt),
        ];
}
