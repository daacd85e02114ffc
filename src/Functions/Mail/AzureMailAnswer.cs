using System.Globalization;
using Azure;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Mail;

/// <summary>Reads why Communication Services did not take a mail.</summary>
internal static class AzureMailAnswer
{
    private const int NoAnswer = 0;
    private const int Ok = 200;
    private const int TooLarge = 413;
    private const int TooMany = 429;

    private static readonly TimeSpan LeaveAlone = TimeSpan.FromMinutes(1);

    public static DeliveryResult Read(RequestFailedException fault, DateTimeOffset now) =>
        fault.Status switch
        {
            NoAnswer => new DeliveryResult.Failed(false, "azure mail: no connection"),
            TooMany => new DeliveryResult.Throttled(RetryAfter(fault, now) ?? LeaveAlone),
            // An operation that is known and has failed: it is over, whatever the reason.
            Ok => new DeliveryResult.Failed(true, Reason("failed", fault)),
            var status => new DeliveryResult.Failed(IsAboutThisMail(fault), Reason(status.ToString(CultureInfo.InvariantCulture), fault)),
        };

    // What is wrong with our sender, our domain or our sign-in, an administrator mends: those mails are tried again.
    private static bool IsAboutThisMail(RequestFailedException fault) =>
        fault.Status == TooLarge
        || fault.ErrorCode is { } code && (code == "InvalidEmailAddress" || code.StartsWith("EmailDropped", StringComparison.Ordinal));

    private static string Reason(string what, RequestFailedException fault) =>
        fault.ErrorCode is { Length: > 0 and <= 60 } code && code.All(char.IsAsciiLetterOrDigit)
            ? $"azure mail: {what} {code}"
            : $"azure mail: {what}";

    private static TimeSpan? RetryAfter(RequestFailedException fault, DateTimeOffset now) =>
        fault.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment > now
            ? moment - now
        : null;
}
