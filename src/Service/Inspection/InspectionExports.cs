using System.Collections.Immutable;
using OneToOne.Domain.Inspection;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Inspection;

/// <summary>How exports are kept: each in a partition of its own.</summary>
public sealed class InspectionExports() : RecordKind<InspectionExport, InspectionExportEvent>(DocumentTypes.InspectionExport)
{
    /// <summary>The one instance.</summary>
    public static InspectionExports Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(InspectionExport state) => state.Id;

    /// <inheritdoc/>
    public override InspectionExport Evolve(InspectionExport? state, InspectionExportEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, InspectionExportEvent.Made made) => made.Export,
            _ => throw new InvalidOperationException("An export is made once and never changes."),
        };

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(InspectionExport state) =>
        [new(Fields.Home, state.Home.Value), FieldValue.At(Fields.CreatedAt, state.At)];

    /// <summary>Keeps an export.</summary>
    /// <param name="ledger">Where.</param>
    /// <param name="export">The export.</param>
    /// <returns>When it is on disk. Nobody's hanging up keeps it from being written.</returns>
    internal static async Task KeepAsync(Ledger ledger, InspectionExport export)
    {
        var change = new Change<InspectionExportEvent>
        {
            CommandId = export.Id,
            At = export.At,
            Happened = [new(new InspectionExportEvent.Made(export), export.By, ImmutableSortedDictionary<string, int>.Empty, [])],
        };
        if (await ledger.CommitAsync(Kind, null, change, _ => null, CancellationToken.None) is null)
            throw new InvalidOperationException("An export of this id was kept before.");
    }
}
