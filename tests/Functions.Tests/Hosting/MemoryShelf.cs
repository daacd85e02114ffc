using System.Collections.Concurrent;
using OneToOne.Service.Checkpoints;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>Keeps checkpoints as long as it lives.</summary>
internal sealed class MemoryShelf : ICheckpointShelf
{
    private readonly ConcurrentDictionary<string, SignedCheckpoint> kept = new();

    public Task KeepAsync(string day, SignedCheckpoint checkpoint, CancellationToken ct)
    {
        kept[day] = checkpoint;
        return Task.CompletedTask;
    }

    public Task<string?> LastDayBeforeAsync(string day, CancellationToken ct) =>
        Task.FromResult(kept.Keys.Where(d => string.CompareOrdinal(d, day) < 0).Max(StringComparer.Ordinal));

    public Task<SignedCheckpoint> ReadAsync(string day, CancellationToken ct) => Task.FromResult(kept[day]);

    public Task<IReadOnlyList<(string Day, SignedCheckpoint Checkpoint)>> ReadAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<(string, SignedCheckpoint)>>([
            .. kept.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value)),
        ]);

    public Task<byte[]> SignAsync(byte[] content, CancellationToken ct) => Task.FromResult<byte[]>([.. content]);

    public Task<bool> VerifyAsync(byte[] content, byte[] signature, CancellationToken ct) =>
        Task.FromResult(content.AsSpan().SequenceEqual(signature));
}
