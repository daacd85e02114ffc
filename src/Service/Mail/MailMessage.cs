using System.Security.Cryptography;
using System.Text;
using OneToOne.Domain.People;

namespace OneToOne.Service.Mail;

/// <summary>One rendered mail to one person, ready to be sent.</summary>
public sealed record MailMessage
{
    /// <summary>Makes a mail.</summary>
    /// <param name="id">The id of the message that it brings: the same mail sent twice has the same.</param>
    /// <param name="to">Whom it goes to; never with a display name.</param>
    /// <param name="subject">One line without personal data.</param>
    /// <param name="text">The body as plain text.</param>
    /// <param name="html">The same body as a whole HTML document.</param>
    /// <exception cref="ArgumentException">The subject could break a header.</exception>
    public MailMessage(string id, EmailAddress to, string subject, string text, string html)
    {
        Id = IdOf(id);
        Subject = subject.Any(char.IsControl) ? throw new ArgumentException("a subject is one line", nameof(subject)) : subject;
        (To, Text, Html) = (to, text, html);
    }

    /// <summary>The mail's own id, 32 hexadecimal digits; its Message-ID is made of it, so that a mail delivered twice can be recognised.</summary>
    public string Id { get; }

    /// <summary>Whom it goes to.</summary>
    public EmailAddress To { get; }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>The body as plain text.</summary>
    public string Text { get; }

    /// <summary>The body as HTML.</summary>
    public string Html { get; }

    /// <summary>What a carrier that reports later is to call it: the same at every attempt, and a secret. Null for any other carrier.</summary>
    public Guid? Operation { get; init; }

    /// <summary>Whether an earlier attempt may have handed it over without our learning of it: a carrier that can be asked is asked first.</summary>
    public bool MayHaveGone { get; init; }

    /// <summary>A mail's id for headers, files and logs. What a message is about stands in its own id, and everybody on the way reads a header.</summary>
    /// <param name="message">The id of the message that the mail brings.</param>
    /// <returns>The same for the same message.</returns>
    public static string IdOf(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)).AsSpan(0, 16));

    /// <summary>Names the mail by its id only, so that neither an address nor a body can reach a log by accident.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
