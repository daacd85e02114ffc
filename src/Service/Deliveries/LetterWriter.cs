using System.Net;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Deliveries;

/// <summary>Writes the mail for a letter, as text and as HTML.</summary>
public sealed class LetterWriter
{
    private readonly string subject = "One-to-one time";

    /// <summary>Writes a mail.</summary>
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="letter">What it says.</param>
    /// <returns>The mail.</returns>
    public Task<MailMessage> WriteAsync(string id, EmailAddress to, Letter letter)
    {
        var text = $"{letter.Kind}\n\n{letter.Link}\n{letter.Code}\n";
        return Task.FromResult(new MailMessage(id, to, subject, text, $"<pre>{WebUtility.HtmlEncode(text)}</pre>"));
    }
}
