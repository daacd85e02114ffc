using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OneToOne.Service.Store;

namespace OneToOne.Service.Http;

/// <summary>Seals where a page of a list ended. The store's own words for it name the last entry read, which the caller may not see.</summary>
/// <param name="provider">Data Protection, with the key ring of the host.</param>
internal sealed class ContinuationSeal(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("OneToOne.Continuation");

    public string Close(string continuation) => protector.Protect(continuation);

    public string Open(string given)
    {
        try
        {
            return protector.Unprotect(given);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new InvalidContinuationException();
        }
    }
}
