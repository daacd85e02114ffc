using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Checkpoints;

/// <summary>Makes the daily checkpoint, and verifies all histories against the checkpoints kept.</summary>
/// <param name="verification">Reads histories and their heads.</param>
/// <param name="shelf">Where checkpoints are kept.</param>
/// <param name="clock">The product's clock.</param>
public sealed class Checkpointing(Verification verification, ICheckpointShelf shelf, TimeProvider clock)
{
    private const int MostAtOnce = 1000;
    private const int DaysBack = 366;

    /// <summary>Makes the checkpoint of this UTC day, over all that changed since the day of the one before. Again on the same day replaces it.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is kept.</returns>
    public async Task MakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var heads = ImmutableArray.CreateBuilder<HistoryHead>();
        var day = StoreTime.Day(now);
        await foreach (var (_, head) in verification.HeadsAsync(await shelf.LastDayBeforeAsync(day, ct), ct))
            heads.Add(head);
        var content = JsonSerializer.Serialize(new Checkpoint(day, now, heads.ToImmutable()), WireFormat.Options);
        var signature = await shelf.SignAsync(Encoding.UTF8.GetBytes(content), ct);
        await shelf.KeepAsync(day, new(content, Convert.ToBase64String(signature)), ct);
    }

    /// <summary>Verifies every history, and that nothing a checkpoint kept has been rewritten.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>How many checkpoints there are, and what was found.</returns>
    public async Task<(int Checkpoints, VerificationReport Report)> VerifyAsync(CancellationToken ct)
    {
        var kept = await shelf.ReadAsync(ct);
        var (heads, faults) = await HeadsOfAsync(kept, ct);
        var report = await verification.RunAsync(heads, ct);
        return (kept.Count, report with { Faults = [.. faults, .. report.Faults] });
    }

    /// <summary>
    /// Verifies as much as a day holds: what the last checkpoint names, and what one of an earlier day names, which nobody can foresee.
    /// </summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What was found.</returns>
    public async Task<VerificationReport> VerifySomeAsync(CancellationToken ct)
    {
        var kept = new List<(string, SignedCheckpoint)>();
        var earlier = RandomNumberGenerator.GetInt32(1, DaysBack);
        foreach (var before in new[] { 0, earlier }.Select(days => StoreTime.Day(clock.GetUtcNow().AddDays(-days))))
            if (await shelf.LastDayBeforeAsync(before, ct) is { } day)
                kept.Add((day, await shelf.ReadAsync(day, ct)));
        var (heads, faults) = await HeadsOfAsync(kept, ct);
        var drawn = heads.ToArray();
        RandomNumberGenerator.Shuffle<HistoryHead>(drawn);
        var report = await verification.RunOnAsync([.. drawn.Take(MostAtOnce)], ct);
        return report with { Faults = [.. faults, .. report.Faults] };
    }

    private async Task<(List<HistoryHead> Heads, List<Fault> Faults)> HeadsOfAsync(
        IEnumerable<(string Day, SignedCheckpoint Checkpoint)> all,
        CancellationToken ct
    )
    {
        var (heads, faults) = (new List<HistoryHead>(), new List<Fault>());
        foreach (var (day, kept) in all)
            if (await IsSignedAsync(kept, ct))
                heads.AddRange(JsonSerializer.Deserialize<Checkpoint>(kept.Content, WireFormat.Options)!.Heads);
            else
                faults.Add(new($"checkpoint/{day}", "its signature is not ours"));
        return (heads, faults);
    }

    private async Task<bool> IsSignedAsync(SignedCheckpoint kept, CancellationToken ct)
    {
        var signature = new byte[kept.Signature.Length];
        return Convert.TryFromBase64String(kept.Signature, signature, out var length)
            && await shelf.VerifyAsync(Encoding.UTF8.GetBytes(kept.Content), signature[..length], ct);
    }
}
