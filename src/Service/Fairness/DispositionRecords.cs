using System.Collections.Immutable;
using OneToOne.Domain.Fairness;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Fairness;

/// <summary>How dispositions are kept: each in a partition of its own; together they are the history of what managers made of it.</summary>
public sealed class DispositionRecords() : RecordKind<Disposition, DispositionEvent>(DocumentTypes.FairnessDisposition)
{
    /// <summary>The one instance.</summary>
    public static DispositionRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(Disposition state) => state.Id;

    /// <inheritdoc/>
    public override Disposition Evolve(Disposition? state, DispositionEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, DispositionEvent.Made made) => made.Disposition,
            _ => throw new InvalidOperationException("A disposition is made once and never changes."),
        };

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(Disposition state) =>
        [new(Fields.Home, state.Home.Value), new(Fields.Child, state.Child.Value), FieldValue.At(Fields.CreatedAt, state.At)];

    /// <summary>Keeps a disposition.</summary>
    /// <param name="ledger">Where.</param>
    /// <param name="disposition">The disposition.</param>
    /// <returns>It, or the one that was kept under this id before.</returns>
    internal static async Task<Disposition> KeepAsync(Ledger ledger, Disposition disposition)
    {
        var change = new Change<DispositionEvent>
        {
            CommandId = disposition.Id,
            At = disposition.At,
            Happened = [new(new DispositionEvent.Made(disposition), disposition.By, ImmutableSortedDictionary<string, int>.Empty, [])],
        };
        if (await ledger.ReadAsync(Kind, disposition.Id, CancellationToken.None) is { } before)
            return before.State;
        var kept = await ledger.CommitAsync(Kind, null, change, _ => null, CancellationToken.None);
        return kept?.State ?? (await ledger.ReadAsync(Kind, disposition.Id, CancellationToken.None))!.State;
    }
}
