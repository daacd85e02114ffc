using System.Net;
using Microsoft.Extensions.Options;
using OneToOne.Domain.People;

namespace OneToOne.Service.Mail;

/// <summary>Refuses to start with settings that could not deliver a mail, and names the setting.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var problems = Sender(options).Concat(options.Folder is null ? Server(options.Smtp) : []).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Sender(MailOptions options)
    {
        if (options.From is null && options.Folder is null)
            yield return "Mail:From is missing: the address that mails come from.";
        if (options.From is not null && !EmailAddress.TryParse(options.From, out _))
            yield return "Mail:From is not a bare e-mail address such as one-to-one@example.org.";
        if (options.FromName.Length > 60 || options.FromName.Any(char.IsControl))
            yield return "Mail:FromName is longer than 60 characters or has a control character.";
        if (options.Folder is { } folder && string.IsNullOrWhiteSpace(folder))
            yield return "Mail:Folder is empty: name a folder, or leave the setting out.";
    }

    private static IEnumerable<string> Server(SmtpOptions smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp.Host))
            yield return "Mail:Smtp:Host is missing: name the mail server, or write mails into a folder instead (--mail folder, Mail:Folder).";
        else if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
            yield return "Mail:Smtp:Host is neither a server's name nor an address.";
        else if (smtp.Tls == SmtpTls.None && !IsThisMachine(smtp.Host))
            yield return "Mail:Smtp:Tls is None, which is only for a server on this machine; use StartTls.";
        if (smtp.Port == 465)
            yield return "Mail:Smtp:Port is 465, which speaks TLS from the first byte; use the server's port for STARTTLS, usually 587.";
        else if (smtp.Port is < 1 or > 65535)
            yield return "Mail:Smtp:Port is not between 1 and 65535.";
        if (string.IsNullOrEmpty(smtp.User) != string.IsNullOrEmpty(smtp.Password))
            yield return "Mail:Smtp:User and Mail:Smtp:Password go together: give both or neither.";
        if (smtp.TimeoutSeconds is not (> 0 and <= 60))
            yield return "Mail:Smtp:TimeoutSeconds is not above 0 and at most 60.";
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
