using Microsoft.Extensions.Options;

namespace OneToOne.Service.Links;

/// <summary>The settings under <c>Links</c>.</summary>
public sealed class MailedLinkOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Links";

    /// <summary>Where people outside reach this product, such as <c>https://one-to-one.home.example/</c>; links begin with it.</summary>
    public Uri? PublicUrl { get; set; }
}

/// <summary>Refuses to start with an address that links could not begin with, and names the setting.</summary>
internal sealed class MailedLinkOptionsValidator : IValidateOptions<MailedLinkOptions>
{
    public ValidateOptionsResult Validate(string? name, MailedLinkOptions options) =>
        options.PublicUrl switch
        {
            null => Fail("is missing: where people outside reach this product, such as https://one-to-one.home.example/."),
            { IsAbsoluteUri: false } => Fail("is not a whole address such as https://one-to-one.home.example/."),
            { UserInfo.Length: > 0 } or not { PathAndQuery: "/", Fragment: "" } => Fail("has more than a host and a port."),
            { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => ValidateOptionsResult.Success,
            _ => Fail("is not https; only an address of this very machine may do without."),
        };

    private static ValidateOptionsResult Fail(string problem) =>
        ValidateOptionsResult.Fail($"{MailedLinkOptions.Section}:{nameof(MailedLinkOptions.PublicUrl)} {problem}");
}
