using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Mail;

/// <summary>Writes each mail as one RFC 5322 file (<c>20260301T183000.000Z-id.eml</c>) into <c>Mail:Folder</c> instead of sending it.</summary>
/// <remarks>A file appears whole or not at all: it is written into a folder of its own and then renamed. Its name begins with the product's clock.</remarks>
internal sealed class FolderTransport(IOptions<MailOptions> options, Envelope envelope, TimeProvider time) : IMailTransport
{
    private readonly string folder = Path.GetFullPath(options.Value.Folder!);

    public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(folder, ".drafts", Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(draft);
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = draft,
                DeliveryFormat = Envelope.FormatFor(mail),
            };
            using var sealedMail = envelope.Seal(mail);
            await client.SendMailAsync(sealedMail, cancellationToken);
            File.Move(Directory.GetFiles(draft).Single(), Path.Combine(folder, FileName(mail)), overwrite: true);
            return new DeliveryResult.Accepted(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new DeliveryResult.Failed(false, "mail folder: " + e.GetType().Name);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private string FileName(MailMessage mail) =>
        $"{time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture)}-{mail.Id}.eml";
}
