using System.Text.RegularExpressions;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Tests.Support;

/// <summary>The link and the code of a mail, as its reader finds them.</summary>
internal sealed partial record Letter(Uri Link, string Code)
{
    public static Letter Read(MailMessage mail) =>
        new(new(Links().Match(mail.Text).Value), Codes().Match(mail.Text).Value.Replace(" ", "", StringComparison.Ordinal));

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!\d)\d{3} \d{3} \d{3}(?!\d)")]
    private static partial Regex Codes();
}
