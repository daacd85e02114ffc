using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Mail;
using OneToOne.Functions.Tests.Hosting;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Tests.Mail;

public sealed class AzureMailServicesTests
{
    private static readonly (string, string)[] Whole =
    [
        ("Mail:From", "one-to-one@home.example"),
        ("Mail:Azure:Endpoint", "https://home.communication.example"),
    ];

    [Fact]
    public void Mails_leave_by_Communication_Services_when_it_is_named()
    {
        using var services = Compose(Whole);

        Assert.IsType<AzureMailTransport>(services.GetRequiredService<IMailTransport>());
        Assert.True(services.GetRequiredService<MailStatus>().LeavesThisMachine);
    }

    [Fact]
    public void Without_it_they_go_into_a_folder_on_a_developers_machine()
    {
        using var services = Compose([("Mail:Folder", Path.GetTempPath())], Environments.Development);

        Assert.False(services.GetRequiredService<MailStatus>().LeavesThisMachine);
        Assert.False(services.GetRequiredService<IMailTransport>().ReportsLater);
    }

    [Fact]
    public void Nowhere_else_a_folder_takes_them()
    {
        using var services = Compose([("Mail:Folder", Path.GetTempPath())]);

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IMailTransport>());
        Assert.Contains("Mail:Folder", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:From", "Haus <one-to-one@home.example>")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:Azure:Endpoint", "http://home.communication.example")]
    [InlineData("Mail:Azure:Endpoint", "home")]
    public void A_setting_that_can_not_work_is_named(string setting, string value)
    {
        using var services = Compose([.. Whole, (setting, value)]);

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IMailTransport>());
        Assert.Contains(setting, Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Azure:Key")]
    [InlineData("Mail:Smtp:Host")]
    public void A_setting_that_means_nothing_here_is_refused(string setting)
    {
        using var services = Compose([.. Whole, (setting, "x")]);

        Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IMailTransport>());
    }

    private static ServiceProvider Compose((string Setting, string Value)[] settings, string environment = "Production") =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
            .AddSingleton<TokenCredential>(new AnyToken())
            .AddAzureMail(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.GroupBy(s => s.Setting).ToDictionary(s => s.Key, string? (s) => s.Last().Value))
                    .Build()
            )
            .BuildServiceProvider();
}
