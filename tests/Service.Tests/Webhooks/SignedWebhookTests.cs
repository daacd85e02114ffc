using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;
using OneToOne.Service.Webhooks;

namespace OneToOne.Service.Tests.Webhooks;

public sealed class SignedWebhookTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 22, 45, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly string SigningKey = "whsec_" + Convert.ToBase64String(Key);

    [Fact]
    public async Task A_notice_arrives_with_ids_and_a_link_and_nothing_about_anybody()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey));

        var result = await PostAsync(services, receiver.Address);

        Assert.Equal(new DeliveryResult.Accepted(null), result);
        var notice = Assert.Single(receiver.Notices);
        Assert.Equal(("POST", "/hook", "n-1"), (notice.Method, notice.Path, notice.Headers["webhook-id"]));
        Assert.StartsWith("application/json", notice.Headers["Content-Type"], StringComparison.Ordinal);
        using var body = JsonDocument.Parse(notice.Body);
        Assert.Equal("escalation", body.RootElement.GetProperty("type").GetString());
        Assert.Equal(Evening, body.RootElement.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(
            ["cause=helpNow", "arrangement=arr-1", "level=2", "link=https://home.example/links/escalation/t", "code=482 719 309"],
            body.RootElement.GetProperty("data").EnumerateObject().Select(member => $"{member.Name}={member.Value}")
        );
    }

    [Fact]
    public async Task A_receiver_can_verify_the_signature_and_notices_any_change()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey));

        await PostAsync(services, receiver.Address);

        var notice = Assert.Single(receiver.Notices);
        Assert.Equal($"{Evening.ToUnixTimeSeconds()}", notice.Headers["webhook-timestamp"]);
        Assert.True(Verify(notice, Key));
        Assert.False(Verify(notice, [.. Key.Reverse()]));
        Assert.False(Verify(notice with { Body = notice.Body.Replace("\"level\":2", "\"level\":1", StringComparison.Ordinal) }, Key));
    }

    [Theory]
    [InlineData(200, typeof(DeliveryResult.Accepted))]
    [InlineData(202, typeof(DeliveryResult.Accepted))]
    [InlineData(429, typeof(DeliveryResult.Throttled))]
    [InlineData(400, typeof(DeliveryResult.Failed))]
    [InlineData(404, typeof(DeliveryResult.Failed))]
    [InlineData(500, typeof(DeliveryResult.Failed))]
    [InlineData(503, typeof(DeliveryResult.Failed))]
    public async Task An_answer_says_what_became_of_the_notice(int status, Type result)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey));
        receiver.Answer = WebhookReceiver.Status(status);

        var actual = await PostAsync(services, receiver.Address);

        Assert.IsType(result, actual);
        if (actual is DeliveryResult.Failed failed)
            Assert.Equal(new DeliveryResult.Failed(status < 500, $"webhook {status}"), failed);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("100000", 600)]
    [InlineData("0", 30)]
    [InlineData("Sun, 01 Mar 2026 22:47:00 GMT", 120)]
    [InlineData("whenever", 30)]
    public async Task A_busy_receiver_is_left_alone_as_long_as_it_asks_within_reason(string retryAfter, int seconds)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey));
        receiver.Answer = WebhookReceiver.Status(429, ("Retry-After", retryAfter), ("Date", "Sun, 01 Mar 2026 22:45:00 GMT"));

        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(seconds)), await PostAsync(services, receiver.Address));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task No_redirect_is_followed(int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey));
        receiver.Answer = WebhookReceiver.Status(status, ("Location", "/elsewhere"));

        Assert.Equal(new DeliveryResult.Failed(true, $"webhook {status}"), await PostAsync(services, receiver.Address));
        Assert.Single(receiver.Notices);
    }

    [Fact]
    public async Task A_silent_receiver_is_given_up_after_the_time_of_the_settings()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose(("SigningKey", SigningKey), ("TimeoutSeconds", "0.2"));
        receiver.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(new DeliveryResult.Failed(false, "webhook timeout"), await PostAsync(services, receiver.Address));
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_a_failure_worth_another_attempt()
    {
        var receiver = await WebhookReceiver.StartAsync();
        var gone = receiver.Address;
        await receiver.DisposeAsync();
        await using var services = Compose(("SigningKey", SigningKey));

        Assert.Equal(new DeliveryResult.Failed(false, "webhook ConnectionError"), await PostAsync(services, gone));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://[fd00::1]/hook")]
    public async Task A_network_that_no_notice_may_go_to_is_never_called(string address)
    {
        await using var services = Compose(("SigningKey", SigningKey));

        Assert.Equal(new DeliveryResult.Failed(true, "webhook network refused"), await PostAsync(services, new WebhookAddress(address)));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_posted_and_the_reason_names_the_setting()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var services = Compose();

        var result = await PostAsync(services, receiver.Address);

        Assert.Equal(new DeliveryResult.Failed(true, "Webhook:SigningKey is not set"), result);
        Assert.Empty(receiver.Notices);
    }

    [Theory]
    [InlineData("SigningKey", "secret")]
    [InlineData("SigningKey", "whsec_c2hvcnQ=")]
    [InlineData("SigningKey", "whsec_%%%")]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("TimeoutSeconds", "61")]
    [InlineData("SigningKye", "whsec_")]
    public void A_bad_setting_stops_the_start_and_is_named(string setting, string value)
    {
        using var services = Compose((setting, value));

        var fault = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }

    // Written from the specification, not with the product's own code.
    private static bool Verify(ReceivedNotice notice, byte[] key)
    {
        var signed = $"{notice.Headers["webhook-id"]}.{notice.Headers["webhook-timestamp"]}.{notice.Body}";
        return notice.Headers["webhook-signature"]
            == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }

    private static Task<DeliveryResult> PostAsync(ServiceProvider services, WebhookAddress to) =>
        services
            .GetRequiredService<SignedWebhook>()
            .PostAsync(
                new("n-1", to, "helpNow", "arr-1", 2, new("https://home.example/links/escalation/t"), "482 719 309"),
                CancellationToken.None
            );

    private static ServiceProvider Compose(params (string Setting, string Value)[] settings) =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddWebhooks(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"Webhook:{s.Setting}", s.Value)))
                    .Build()
            )
            .BuildServiceProvider();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Evening;
    }
}
