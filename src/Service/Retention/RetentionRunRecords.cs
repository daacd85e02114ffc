using OneToOne.Domain.Retention;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>How disposal runs are kept: each in a partition of its own. They hold ids, and stay.</summary>
public sealed class RetentionRunRecords() : RecordKind<RetentionRun, RetentionRunEvent>(DocumentTypes.RetentionRun)
{
    /// <summary>The one instance.</summary>
    public static RetentionRunRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(RetentionRun state) => state.Id.Value;

    /// <inheritdoc/>
    public override RetentionRun Evolve(RetentionRun? state, RetentionRunEvent happened, DateTimeOffset at) =>
        RetentionRunRules.Evolve(state, happened, at);

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(RetentionRun state) =>
        [new(Fields.Home, state.Home.Value), FieldValue.At(Fields.CreatedAt, state.ProposedAt)];
}
