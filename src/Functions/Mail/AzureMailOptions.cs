using Microsoft.Extensions.Options;
using OneToOne.Domain.People;
using OneToOne.Functions.Hosting;

namespace OneToOne.Functions.Mail;

/// <summary>The settings under <c>Mail</c> when Communication Services carries mails. The name that mails come from is set with the sender's address.</summary>
public sealed class AzureMailOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The address that mails come from: a sender of a domain that is linked to the resource.</summary>
    public string? From { get; set; }

    /// <summary>The resource that carries them.</summary>
    public AzureMailResource Azure { get; set; } = new();
}

/// <summary>The settings under <c>Mail:Azure</c>.</summary>
public sealed class AzureMailResource
{
    /// <summary>Where the Communication Services resource is reached, such as <c>https://name.communication.azure.com</c>. There is no key: the host's identity signs in.</summary>
    public Uri? Endpoint { get; set; }
}

/// <summary>Refuses to start with settings that could not deliver a mail, and names the setting.</summary>
internal sealed class AzureMailOptionsValidator : IValidateOptions<AzureMailOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureMailOptions options) =>
        Settings.Check(
            EmailAddress.TryParse(options.From, out _)
                ? null
                : "Mail:From is missing or not a bare e-mail address such as one-to-one@example.org.",
            options.Azure.Endpoint is { IsAbsoluteUri: true, Scheme: "https" }
                ? null
                : "Mail:Azure:Endpoint is not an https address such as https://name.communication.azure.com."
        );
}
