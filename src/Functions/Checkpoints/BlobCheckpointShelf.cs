using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Json;

namespace OneToOne.Functions.Checkpoints;

/// <summary>
/// Keeps checkpoints as blobs, one a day, in an account that is not the store's. Its signing key lies beside them, sealed by the host's key
/// ring: whoever reads the container alone cannot sign.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="protection">The host's key ring.</param>
public sealed class BlobCheckpointShelf(BlobContainerClient container, IDataProtectionProvider protection) : ICheckpointShelf
{
    private const string KeyBlob = "checkpoint.key";
    private const string Suffix = ".json";

    private readonly IDataProtector protector = protection.CreateProtector("OneToOne.Checkpoints", "SigningKey.v1");

    /// <inheritdoc/>
    public async Task KeepAsync(string day, SignedCheckpoint checkpoint, CancellationToken ct)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(checkpoint, WireFormat.Options);
        await container.GetBlobClient(day + Suffix).UploadAsync(new BinaryData(content), overwrite: true, ct);
    }

    /// <inheritdoc/>
    public async Task<string?> LastDayBeforeAsync(string day, CancellationToken ct)
    {
        string? last = null;
        await foreach (var kept in DaysAsync(ct))
            if (string.CompareOrdinal(kept, day) < 0)
                last = kept;
        return last;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Day, SignedCheckpoint Checkpoint)>> ReadAsync(CancellationToken ct)
    {
        var read = new List<(string, SignedCheckpoint)>();
        await foreach (var day in DaysAsync(ct))
            read.Add((day, await ReadAsync(day, ct)));
        return read;
    }

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(byte[] content, CancellationToken ct)
    {
        using var key = await KeyAsync(ct);
        return key.SignData(content, HashAlgorithmName.SHA256);
    }

    /// <inheritdoc/>
    public async Task<bool> VerifyAsync(byte[] content, byte[] signature, CancellationToken ct)
    {
        using var key = await KeyAsync(ct);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256);
    }

    // The service lists blobs by name, so days come in their order.
    private async IAsyncEnumerable<string> DaysAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: ct))
            if (blob.Name.EndsWith(Suffix, StringComparison.Ordinal))
                yield return blob.Name[..^Suffix.Length];
    }

    /// <inheritdoc/>
    // A blob that can't be read is one whose signature is not ours, not a reason to verify nothing else.
    public async Task<SignedCheckpoint> ReadAsync(string day, CancellationToken ct)
    {
        try
        {
            var blob = await container.GetBlobClient(day + Suffix).DownloadContentAsync(ct);
            return JsonSerializer.Deserialize<SignedCheckpoint>(blob.Value.Content, WireFormat.Options)!;
        }
        catch (JsonException)
        {
            return new("", "");
        }
    }

    private async Task<ECDsa> KeyAsync(CancellationToken ct)
    {
        var blob = container.GetBlobClient(KeyBlob);
        if (!await blob.ExistsAsync(ct))
            await MakeKeyAsync(blob, ct);
        var kept = await blob.DownloadContentAsync(ct);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(kept.Value.Content.ToArray()), out _);
        return key;
    }

    private async Task MakeKeyAsync(BlobClient blob, CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var onlyFirst = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
        try
        {
            await blob.UploadAsync(new BinaryData(protector.Protect(key.ExportPkcs8PrivateKey())), onlyFirst, ct);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another instance was first: its key is the one.
        }
    }
}
