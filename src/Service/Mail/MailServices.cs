using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OneToOne.Service.Mail;

/// <summary>Registers how mails are carried.</summary>
public static class MailServices
{
    /// <summary>Carries mails by SMTP, or into a folder when <c>Mail:Folder</c> is set; settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>Mail</c> is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMailTransport(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<MailOptions>()
            .Bind(configuration.GetSection(MailOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Envelope>();
        services.AddSingleton(provider => new MailStatus(LeavesThisMachine: Options(provider).Folder is null));
        services.AddSingleton<IMailTransport>(provider =>
            Options(provider).Folder is null
                ? ActivatorUtilities.CreateInstance<SmtpTransport>(provider)
                : ActivatorUtilities.CreateInstance<FolderTransport>(provider)
        );
        return services;
    }

    private static MailOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value;
}
