using System.Net.Mail;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace OneToOne.Service.Mail;

/// <summary>Reads what a mail server answered (RFC 5321 reply codes, RFC 3463 enhanced codes).</summary>
internal static partial class SmtpReply
{
    private static readonly TimeSpan LeaveAlone = TimeSpan.FromMinutes(1);

    public static DeliveryResult Read(SmtpException fault)
    {
        var code = (int)fault.StatusCode;
        if (code <= 0)
            return new DeliveryResult.Failed(false, "smtp " + Unanswered(fault.GetBaseException()));
        var detail = Enhanced().Match(fault.Message).Value;
        return IsBusy(code, detail)
            ? new DeliveryResult.Throttled(LeaveAlone)
            : new DeliveryResult.Failed(IsAboutThisMail(code), $"smtp {code} {detail}".TrimEnd());
    }

    private static string Unanswered(Exception cause) =>
        cause switch
        {
            AuthenticationException => "certificate refused",
            // Nothing beneath it: the client itself gave up, because the server offers no STARTTLS or takes no UTF-8 address.
            SmtpException => "server lacks what is needed",
            _ => "no connection",
        };

    // The server as a whole takes nothing now (421, 4.3.2), or not at this pace (4.7.x), or not so many at once (4.5.3).
    private static bool IsBusy(int code, string detail) =>
        code == 421 || (code is >= 400 and < 500 && (detail.StartsWith("4.7.", StringComparison.Ordinal) || detail is "4.3.2" or "4.5.3"));

    // 530 to 538 are about our sign-in and 500 to 504 about the conversation: an administrator mends those, and the mail still counts.
    private static bool IsAboutThisMail(int code) => code is >= 550 and < 560;

    [GeneratedRegex(@"(?<=response was: )[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Enhanced();
}
