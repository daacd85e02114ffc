using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Hosting;
using OneToOne.Service.Mail;

namespace OneToOne.Functions.Mail;

/// <summary>Refuses to start where mails would go into a folder that nobody reads, and that goes with the instance.</summary>
/// <param name="environment">Where this runs.</param>
internal sealed class NoFolder(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        Settings.Check(
            options.Folder is null || environment.IsDevelopment()
                ? null
                : "Mail:Folder is only for development (AZURE_FUNCTIONS_ENVIRONMENT): name what carries mails, Mail:Azure:Endpoint."
        );
}
