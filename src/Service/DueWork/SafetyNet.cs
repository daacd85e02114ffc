using System.Runtime.CompilerServices;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.DueWork;

/// <summary>
/// Finds arrangements whose host keeps their time badly, and does what is due for them without it: a child's safety never hangs on one
/// durable timer. It asks the store alone.
/// </summary>
/// <param name="due">Finds what is due.</param>
/// <param name="watch">Does it.</param>
/// <param name="clock">The product's clock.</param>
public sealed class SafetyNet(DueRecords due, ArrangementWatch watch, TimeProvider clock)
{
    /// <summary>How late an arrangement may be before somebody else sees to it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <summary>Finds what is late, most overdue first.</summary>
    /// <param name="most">How many at most; the rest is found again.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The arrangements.</returns>
    public async IAsyncEnumerable<Late> FindAsync(int most, [EnumeratorCancellation] CancellationToken ct)
    {
        var latest = clock.GetUtcNow() - Tolerance;
        await foreach (var found in due.FindAsync(Queries.ArrangementsDue, latest, most, ct))
        {
            var standing = await watch.StandingOf(Ledger.Read<Arrangement>(found), ct);
            yield return new(new(found.Key.Id), standing.Until < latest);
        }
    }

    /// <summary>Does what is due for one of them, and delivers what it has to say. Twice is the same as once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>Where it stands then; null when there is none.</returns>
    public async Task<ArrangementStanding?> CatchUpAsync(ArrangementId id, CancellationToken ct)
    {
        await watch.AdvanceAsync(id, ct);
        await watch.DeliverAsync(id, ct);
        return await watch.ReadAsync(id, ct);
    }
}

/// <summary>An arrangement that is late.</summary>
/// <param name="Id">Which.</param>
/// <param name="MissedItsClock">Whether something should have happened to it; otherwise only messages wait.</param>
public readonly record struct Late(ArrangementId Id, bool MissedItsClock);
