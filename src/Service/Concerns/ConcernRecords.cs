using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>How concerns are kept: each in a partition of its own, apart from what gave rise to it.</summary>
public sealed class ConcernRecords() : RecordKind<Concern, ConcernEvent>(DocumentTypes.Concern)
{
    /// <summary>The one instance.</summary>
    public static ConcernRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(Concern state) => state.Id.Value;

    /// <inheritdoc/>
    public override Concern Evolve(Concern? state, ConcernEvent happened, DateTimeOffset at) => ConcernState.Evolve(state, happened, at);

    /// <inheritdoc/>
    public override ChildId? ChildOf(Concern state) => state.Child;

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(Concern state) =>
        [new(Fields.Home, state.Home.Value), new(Fields.Child, state.Child.Value), FieldValue.At(Fields.CreatedAt, state.RaisedAt)];
}
