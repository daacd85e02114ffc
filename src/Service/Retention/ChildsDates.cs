using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Retention;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Reads from a child's history when that which retention hangs on was changed.</summary>
/// <param name="store">The store.</param>
public sealed class ChildsDates(IDocumentStore store)
{
    private readonly Past past = new(store);

    /// <summary>The changes of a child's dates and hold.</summary>
    /// <param name="child">The child.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The changes, oldest first; empty once the child's record was disposed of.</returns>
    public async ValueTask<ImmutableArray<DateChanged>> ChangesAsync(ChildId child, CancellationToken ct)
    {
        var changes = ImmutableArray.CreateBuilder<DateChanged>();
        await foreach (var moment in past.LiveAsync(RegisterKinds.Children, child.Value, ct))
            if (moment is { Before: { } before, After: { } after })
                foreach (var what in RetentionDates.Changed(before, after))
                    changes.Add(new(what, moment.At, moment.Content?.By));
        return changes.ToImmutable();
    }

    /// <summary>The change for which disposal waits.</summary>
    /// <param name="child">The child.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The change; null when nothing is waited for.</returns>
    public async ValueTask<WaitingChild?> WaitsAsync(ChildId child, DateTimeOffset now, CancellationToken ct) =>
        RetentionDates.Unsettled(child, await ChangesAsync(child, ct), now);
}
