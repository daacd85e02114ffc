using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Tests.Mail;

/// <summary>The mail services as a host composes them, from settings.</summary>
internal static class MailBench
{
    public static readonly DateTimeOffset Evening = new(2026, 3, 1, 18, 30, 0, TimeSpan.Zero);

    public static ServiceProvider Compose(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(s => s.Setting).ToDictionary(s => s.Key, string? (s) => s.Last().Value))
            .Build();
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(new StoppedClock(Evening))
            .AddMailTransport(configuration)
            .BuildServiceProvider();
    }

    public static IMailTransport Transport(this ServiceProvider services) => services.GetRequiredService<IMailTransport>();

    public static ServiceProvider Smtp(SmtpReceiver receiver, params (string Setting, string Value)[] more) =>
        Compose([
            ("Mail:From", "one-to-one@home.example"),
            ("Mail:FromName", "Haus Müller"),
            ("Mail:Smtp:Host", "127.0.0.1"),
            ("Mail:Smtp:Port", $"{receiver.Port}"),
            ("Mail:Smtp:Tls", "None"),
            .. more,
        ]);

    public static MailMessage Mail(
        string id = "m-1",
        string to = "anna@example.org",
        string text = "Please decide.",
        string subject = "A decision is needed"
    ) => new(id, new EmailAddress(to), subject, text, $"<!DOCTYPE html><html lang=\"en\"><body><p>{text}</p></body></html>");

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
