using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Tests.Mail;

public sealed class MailOptionsTests
{
    private static readonly (string, string)[] Good =
    [
        ("Mail:From", "one-to-one@home.example"),
        ("Mail:Smtp:Host", "mail.home.example"),
        ("Mail:Smtp:User", "home"),
        ("Mail:Smtp:Password", "a long one"),
    ];

    [Fact]
    public void A_server_with_a_sender_is_enough() => Check(Good);

    [Fact]
    public void A_folder_alone_is_enough() => Check([("Mail:Folder", "mails")]);

    [Theory]
    [InlineData("Mail:From", null, "Mail:From is missing")]
    [InlineData("Mail:From", "Anna <anna@home.example>", "Mail:From is not a bare e-mail address")]
    [InlineData("Mail:From", "anna@home.example\r\nBcc: eve@example.org", "Mail:From is not a bare e-mail address")]
    [InlineData("Mail:FromName", "Home\r\nBcc: eve@example.org", "Mail:FromName")]
    [InlineData("Mail:Folder", " ", "Mail:Folder is empty")]
    [InlineData("Mail:Smtp:Host", null, "Mail:Smtp:Host is missing: name the mail server, or write mails into a folder")]
    [InlineData("Mail:Smtp:Host", "https://mail.home.example", "Mail:Smtp:Host is neither")]
    [InlineData("Mail:Smtp:Port", "465", "Mail:Smtp:Port is 465")]
    [InlineData("Mail:Smtp:Port", "0", "Mail:Smtp:Port is not between")]
    [InlineData("Mail:Smtp:Port", "many", "Mail:Smtp:Port")]
    [InlineData("Mail:Smtp:Tls", "None", "Mail:Smtp:Tls is None")]
    [InlineData("Mail:Smtp:Tls", "maybe", "Mail:Smtp:Tls")]
    [InlineData("Mail:Smtp:Password", null, "Mail:Smtp:User and Mail:Smtp:Password go together")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "0", "Mail:Smtp:TimeoutSeconds")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "61", "Mail:Smtp:TimeoutSeconds")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "NaN", "Mail:Smtp:TimeoutSeconds")]
    [InlineData("Mail:Smtp:Hots", "mail.home.example", "Hots")]
    public void A_bad_setting_stops_the_start_and_is_named(string setting, string? value, string problem)
    {
        var settings = Good.Where(s => s.Item1 != setting).Concat(value is null ? [] : [(setting, value)]).ToArray();

        var fault = Assert.ThrowsAny<Exception>(() => Check(settings));

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    // What the host does before it listens.
    private static void Check((string, string)[] settings)
    {
        using var services = MailBench.Compose(settings);
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.Transport());
    }
}
