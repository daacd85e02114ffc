using System.Runtime.CompilerServices;
using OneToOne.Domain;
using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>
/// Finds arrangements whose host keeps their time badly, and does what is due for them without it: a child's safety never hangs on one
/// durable timer. It asks the store alone.
/// </summary>
/// <param name="due">Finds what is due.</param>
/// <param name="arrangement">Does it.</param>
/// <param name="clock">The product's clock.</param>
public sealed class SafetyNet(DueRecords due, DueArrangement arrangement, TimeProvider clock)
{
    /// <summary>How late an arrangement may be before somebody else sees to it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <summary>Finds what is late, most overdue first. No record is read by it: one that nobody can read hides none behind it.</summary>
    /// <param name="most">How many at most; the rest is found again.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The arrangements.</returns>
    public async IAsyncEnumerable<ArrangementId> FindAsync(int most, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var found in due.FindAsync(Queries.ArrangementsDue, Latest, most, ct))
            yield return new(found.Key.Id);
    }

    /// <summary>Does what is due for one of them, without delivering anything. Twice is the same as once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>What came of it.</returns>
    public async Task<CaughtUp> AdvanceAsync(ArrangementId id, CancellationToken ct)
    {
        var latest = Latest;
        var before = await arrangement.ReadAsync(id, ct);
        var after = await arrangement.AdvanceAsync(id, ct);
        return new(before?.Until < latest, after?.Until < latest, after is null or { IsOver: true });
    }

    /// <summary>Delivers what one of them has to say.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When none of it is due any more.</returns>
    public Task DeliverAsync(ArrangementId id, CancellationToken ct) => arrangement.DeliverAsync(id, ct);

    private DateTimeOffset Latest => clock.GetUtcNow() - Tolerance;
}

/// <summary>What came of catching up with an arrangement.</summary>
/// <param name="MissedItsClock">Whether something should have happened to it before; otherwise only messages waited.</param>
/// <param name="IsStuck">Whether it should still have happened.</param>
/// <param name="IsOver">Whether nothing can happen to it any more, and nobody has still to be told.</param>
public readonly record struct CaughtUp(bool MissedItsClock, bool IsStuck, bool IsOver);
