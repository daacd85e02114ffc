using Azure.Communication.Email;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Mail;

/// <summary>Registers how mails are carried.</summary>
public static class AzureMailServices
{
    // Below what one attempt is given before it is repeated, although a mail may be asked after and sent in it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Carries mails by Communication Services when there is a section <c>Mail:Azure</c>, else as on one machine: by SMTP or, for development alone,
    /// into a folder. Settings are checked at start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>Mail</c> is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAzureMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(AzureMailOptions.Section);
        if (!section.GetSection(nameof(AzureMailOptions.Azure)).Exists())
            return services.AddSingleton<IValidateOptions<MailOptions>, NoFolder>().AddMailTransport(configuration);
        services.AddOptions<AzureMailOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AzureMailOptions>, AzureMailOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new MailStatus(LeavesThisMachine: true));
        services.AddSingleton(provider =>
            Connect(
                provider.GetRequiredService<IOptions<AzureMailOptions>>().Value.Azure.Endpoint!,
                provider.GetRequiredService<TokenCredential>()
            )
        );
        services.AddSingleton<IMailTransport, AzureMailTransport>();
        return services;
    }

    /// <summary>A client that tries once: when to try again is the outbox's business, and it honours what the service asks.</summary>
    internal static EmailClient Connect(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
    {
        options ??= new();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = Longest;
        return new(endpoint, credential, options);
    }
}
