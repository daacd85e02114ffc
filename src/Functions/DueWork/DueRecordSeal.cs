using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OneToOne.Service.Store;

namespace OneToOne.Functions.DueWork;

/// <summary>Seals the keys of records, so that nobody who reads an orchestration's history learns whom they are about.</summary>
/// <param name="provider">Data Protection, with the key ring of the app.</param>
public sealed class DueRecordSeal(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("OneToOne.DueRecord");

    /// <summary>Seals a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The record under it.</returns>
    public DueRecord Close(DocumentKey key) =>
        new(protector.Protect(JsonSerializer.Serialize<string[]>([key.Partition, key.Type.Name, key.Id])));

    /// <summary>Opens a key.</summary>
    /// <param name="record">What <see cref="Close"/> answered.</param>
    /// <returns>The key.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed by somebody else.</exception>
    public DocumentKey Open(DueRecord record) =>
        JsonSerializer.Deserialize<string[]>(protector.Unprotect(record.Sealed)) is [var partition, var type, var id]
            ? new(partition, DocumentTypes.All.Single(known => known.Name == type), id)
            : throw new FormatException("A key has three parts.");
}
