using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneToOne.Service.Webhooks;

/// <summary>Signs a notice as the Standard Webhooks specification says, for which receivers find libraries in every language.</summary>
/// <remarks>
/// The request carries <c>webhook-id</c>, <c>webhook-timestamp</c> (seconds since 1970) and <c>webhook-signature</c>. To verify it:
/// take the key's bytes (base64 after <c>whsec_</c>), compute HMAC-SHA256 over the UTF-8 text <c>id.timestamp.body</c> with the body byte
/// for byte as received, encode it in base64, and compare it in constant time with what follows <c>v1,</c> in the signature. Refuse a
/// timestamp more than five minutes away, and an id seen before.
/// </remarks>
internal sealed class SigningKey
{
    private const string Prefix = "whsec_";
    private readonly byte[] key;

    private SigningKey(byte[] key) => this.key = key;

    public static SigningKey? Read(string text)
    {
        var key = new byte[64];
        return
            text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length)
            && length >= 24
            ? new(key[..length])
            : null;
    }

    public string Sign(string id, DateTimeOffset at, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}.{body}")));

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
