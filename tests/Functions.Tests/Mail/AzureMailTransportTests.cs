using System.Net;
using System.Text.Json;
using OneToOne.Functions.Mail;
using OneToOne.Service.Mail;
using static OneToOne.Functions.Tests.Mail.MailService;

namespace OneToOne.Functions.Tests.Mail;

/// <summary>The real client of Communication Services, with the service stood in for beneath it.</summary>
public sealed class AzureMailTransportTests : IDisposable
{
    private const string Send = "/emails:send";

    private readonly MailService service = new();

    private static string Operation => $"{Written().Operation}";

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task A_mail_is_handed_over_under_the_operation_id_that_is_kept_with_it()
    {
        var result = await SendAsync(Written());

        Assert.Equal(new DeliveryResult.Accepted(Operation), result);
        Assert.Equal([("POST", Send, Operation)], service.Asked);
        Assert.Equal("Bearer a-token", service.Authorization);
        Assert.True(service.Transport().ReportsLater);
    }

    [Fact]
    public async Task It_names_nobody_tracks_nothing_and_says_that_it_was_generated()
    {
        await SendAsync(Written());

        var mail = JsonDocument.Parse(Assert.Single(service.Bodies)).RootElement;
        Assert.Equal("one-to-one@home.example", mail.GetProperty("senderAddress").GetString());
        var to = Assert.Single(mail.GetProperty("recipients").GetProperty("to").EnumerateArray());
        Assert.Equal("sam@example.org", to.GetProperty("address").GetString());
        Assert.False(to.TryGetProperty("displayName", out var name) && !string.IsNullOrEmpty(name.GetString()));
        Assert.True(mail.GetProperty("userEngagementTrackingDisabled").GetBoolean());
        Assert.Equal("auto-generated", mail.GetProperty("headers").GetProperty("Auto-Submitted").GetString());
        var content = mail.GetProperty("content");
        Assert.Equal(
            ("Somebody must look", "Plain", "<!DOCTYPE html><p>Html</p>"),
            (
                content.GetProperty("subject").GetString(),
                content.GetProperty("plainText").GetString(),
                content.GetProperty("html").GetString()
            )
        );
    }

    [Theory]
    [InlineData("NotStarted")]
    [InlineData("Running")]
    [InlineData("Succeeded")]
    public async Task A_mail_that_may_have_gone_is_asked_after_and_not_sent_again_when_it_did(string status)
    {
        service.Knows(status);

        Assert.Equal(new DeliveryResult.Accepted(Operation), await SendAsync(MayHaveGone));
        Assert.Equal([("GET", $"/emails/operations/{Operation}", null)], service.Asked);
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_and_did_not_is_sent_under_the_same_operation_id()
    {
        Assert.IsType<DeliveryResult.Accepted>(await SendAsync(MayHaveGone));
        Assert.Equal([("GET", $"/emails/operations/{Operation}", null), ("POST", Send, Operation)], service.Asked);
    }

    [Theory]
    [InlineData("Failed", "EmailDroppedAllRecipientsSuppressed")]
    [InlineData("Canceled", null)]
    public async Task A_mail_whose_operation_failed_is_dead(string status, string? error)
    {
        service.Knows(status, error);

        var failed = Assert.IsType<DeliveryResult.Failed>(await SendAsync(MayHaveGone));
        Assert.True(failed.Permanent);
        Assert.Equal($"azure mail: failed {error}".TrimEnd(), failed.Reason);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_mail_is_not_sent_while_nobody_can_say_whether_it_has_gone()
    {
        service.Answers(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(new DeliveryResult.Failed(false, "azure mail: 503"), await SendAsync(MayHaveGone));
        Assert.Equal("GET", Assert.Single(service.Asked).Method);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Sun, 01 Mar 2026 12:03:00 GMT", 180)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 60)]
    [InlineData(null, 60)]
    public async Task A_service_that_is_busy_is_left_alone_for_as_long_as_it_says(string? retryAfter, int seconds)
    {
        service.Answers(HttpStatusCode.TooManyRequests, "TooManyRequests", retryAfter is null ? [] : [("Retry-After", retryAfter)]);

        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(seconds)), await SendAsync(Written()));
        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidEmailAddress", true)]
    [InlineData(HttpStatusCode.BadRequest, "EmailDroppedAllRecipientsSuppressed", true)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "TooLarge", true)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidSenderUserName", false)]
    [InlineData(HttpStatusCode.Unauthorized, "Denied", false)]
    [InlineData(HttpStatusCode.NotFound, "DomainNotLinked", false)]
    [InlineData(HttpStatusCode.Conflict, "OperationInProgress", false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalServerError", false)]
    [InlineData(HttpStatusCode.BadGateway, "BadGateway", false)]
    public async Task Only_what_is_wrong_with_this_mail_or_this_address_is_final(HttpStatusCode status, string code, bool permanent)
    {
        service.Answers(status, code);

        Assert.Equal(new DeliveryResult.Failed(permanent, $"azure mail: {(int)status} {code}"), await SendAsync(Written()));
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_reason_holds_no_text_of_the_service()
    {
        service.Answers(HttpStatusCode.BadRequest, "sam@example.org is refused");

        Assert.Equal(new DeliveryResult.Failed(false, "azure mail: 400"), await SendAsync(Written()));
    }

    [Fact]
    public async Task A_cut_connection_is_tried_once_and_counts()
    {
        service.Instead = (_, _) => throw new HttpRequestException("cut");

        Assert.Equal(new DeliveryResult.Failed(false, "azure mail: no connection"), await SendAsync(Written()));
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_service_that_gives_up_waiting_is_a_timeout()
    {
        service.Instead = (_, _) => throw new TaskCanceledException("slow");

        var failed = Assert.IsType<DeliveryResult.Failed>(await SendAsync(Written()));
        Assert.False(failed.Permanent);
    }

    [Fact]
    public async Task An_attempt_that_is_stopped_says_so()
    {
        using var stop = new CancellationTokenSource();
        service.Instead = async (_, ct) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Transport().SendAsync(Written(), stop.Token));
    }

    private static MailMessage MayHaveGone => Written() with { MayHaveGone = true };

    private Task<DeliveryResult> SendAsync(MailMessage mail) => service.Transport().SendAsync(mail, CancellationToken.None);
}
