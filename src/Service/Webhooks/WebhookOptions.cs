using Microsoft.Extensions.Options;

namespace OneToOne.Service.Webhooks;

/// <summary>The settings under <c>Webhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Webhook";

    /// <summary>What notices are signed with: <c>whsec_</c> and 24 to 64 random bytes in base64. Without it no notice is posted.</summary>
    public string? SigningKey { get; set; }

    /// <summary>Whether notices may go to addresses of a private network, such as a pager gateway in the house.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>How long one notice may take, in seconds of real time.</summary>
    public double TimeoutSeconds { get; set; } = 10;
}

/// <summary>Refuses to start with settings that no notice could be posted with, and names the setting.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        if (options.SigningKey is not null && SigningKey.Read(options.SigningKey) is null)
            return ValidateOptionsResult.Fail("Webhook:SigningKey is not whsec_ followed by 24 to 64 bytes in base64.");
        return options.TimeoutSeconds is > 0 and <= 60
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Webhook:TimeoutSeconds is not above 0 and at most 60.");
    }
}
