using System.Security.Cryptography;
using System.Text;

namespace OneToOne.Functions.Mail;

/// <summary>What Communication Services calls a mail: made of the mail's id alone, so that the same mail sent twice is the same operation.</summary>
internal static class OperationId
{
    /// <summary>A UUID of version 8 (RFC 9562): a hash of our own.</summary>
    public static Guid Of(string mailId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(mailId)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
