using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using NetMail = System.Net.Mail.MailMessage;

namespace OneToOne.Service.Mail;

/// <summary>Puts a mail into its MIME form: plain text and HTML side by side, in UTF-8, with a Message-ID made of the mail's id.</summary>
/// <remarks>The framework dates it, by real time.</remarks>
/// <param name="options">Who mails come from.</param>
internal sealed class Envelope(IOptions<MailOptions> options)
{
    // Only a folder may do without Mail:From; .invalid is reserved for what must never resolve.
    private readonly MailAddress from = new(options.Value.From ?? "one-to-one@folder.invalid", options.Value.FromName, Encoding.UTF8);

    /// <summary>Makes the MIME form; the caller disposes it.</summary>
    public NetMail Seal(MailMessage mail)
    {
        var sealedMail = new NetMail(from, new MailAddress(mail.To.Value))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Headers =
            {
                { "Message-ID", $"<{mail.Id}@{from.Host}>" },
                // RFC 3834: keeps absence notices from answering.
                { "Auto-Submitted", "auto-generated" },
            },
        };
        // The last part is the preferred one (RFC 2046, 5.1.4).
        sealedMail.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        sealedMail.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        return sealedMail;
    }

    /// <summary>Whether the address needs a server that speaks UTF-8 (RFC 6531); a domain alone is sent as IDNA.</summary>
    public static SmtpDeliveryFormat FormatFor(MailMessage mail) =>
        Ascii.IsValid(mail.To.Value.AsSpan(0, mail.To.Value.LastIndexOf('@')))
            ? SmtpDeliveryFormat.SevenBit
            : SmtpDeliveryFormat.International;

    private static AlternateView Part(string body, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(body, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
