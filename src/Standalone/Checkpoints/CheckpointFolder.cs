using System.Security.Cryptography;
using System.Text.Json;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Json;

namespace OneToOne.Standalone.Checkpoints;

/// <summary>Keeps checkpoints as files, one a day, beside the store and never in it. Copy the folder to another machine to prove more.</summary>
/// <param name="folder">The folder; made with the first checkpoint.</param>
internal sealed class CheckpointFolder(string folder) : ICheckpointShelf, IDisposable
{
    private const string KeyFile = "checkpoint.key";

    private readonly Lazy<ECDsa> key = new(() => OpenKey(folder));

    /// <inheritdoc/>
    public async Task KeepAsync(string day, SignedCheckpoint checkpoint, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{day}.{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(draft, JsonSerializer.SerializeToUtf8Bytes(checkpoint, WireFormat.Options), ct);
        File.Move(draft, Path.Combine(folder, day + ".json"), overwrite: true);
    }

    /// <inheritdoc/>
    public Task<string?> LastDayBeforeAsync(string day, CancellationToken ct) =>
        Task.FromResult(Files().Select(Path.GetFileNameWithoutExtension).LastOrDefault(kept => string.CompareOrdinal(kept, day) < 0));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Day, SignedCheckpoint Checkpoint)>> ReadAsync(CancellationToken ct)
    {
        var read = new List<(string, SignedCheckpoint)>();
        foreach (var day in Files().Select(file => Path.GetFileNameWithoutExtension(file)))
            read.Add((day, await ReadAsync(day, ct)));
        return read;
    }

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(byte[] content, CancellationToken ct) =>
        Task.FromResult(key.Value.SignData(content, HashAlgorithmName.SHA256));

    /// <inheritdoc/>
    public Task<bool> VerifyAsync(byte[] content, byte[] signature, CancellationToken ct) =>
        Task.FromResult(key.Value.VerifyData(content, signature, HashAlgorithmName.SHA256));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (key.IsValueCreated)
            key.Value.Dispose();
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    /// <inheritdoc/>
    // A file that can't be read is one whose signature is not ours, not a reason to verify nothing else.
    public async Task<SignedCheckpoint> ReadAsync(string day, CancellationToken ct)
    {
        try
        {
            return JsonSerializer.Deserialize<SignedCheckpoint>(
                await File.ReadAllBytesAsync(Path.Combine(folder, day + ".json"), ct),
                WireFormat.Options
            )!;
        }
        catch (JsonException)
        {
            return new("", "");
        }
    }

    private static ECDsa OpenKey(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, KeyFile);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
            key.ImportPkcs8PrivateKey(File.ReadAllBytes(path), out _);
        else
            Write(path, key.ExportPkcs8PrivateKey());
        return key;
    }

    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(key);
    }
}
