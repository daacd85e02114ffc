using System.Diagnostics.CodeAnalysis;

namespace OneToOne.Domain.People;

/// <summary>Where a person's signed notices go: an https address without credentials; plain http only to this very machine.</summary>
/// <remarks>
/// An administrator sets it, and it is still checked: credentials in an address end in logs, and a fragment is never sent. Which
/// networks a name may lead to can only be known when it is called; the service that calls it decides that.
/// </remarks>
public sealed record WebhookAddress : IParsable<WebhookAddress>
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>Makes an address from our own text; use <see cref="TryParse(string?, out WebhookAddress?)"/> for what comes from outside.</summary>
    /// <param name="value">The address.</param>
    /// <exception cref="FormatException">The text is not such an address.</exception>
    public WebhookAddress(string value) => Uri = Read(value) ?? throw new FormatException("not an https address without credentials");

    private WebhookAddress(Uri uri) => Uri = uri;

    /// <summary>The address to post to: absolute.</summary>
    public Uri Uri { get; }

    /// <summary>The text of the address.</summary>
    public string Value => Uri.AbsoluteUri;

    /// <summary>Reads an address that comes from outside.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="address">The address, when the text is one.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WebhookAddress? address)
    {
        address = Read(text) is { } uri ? new(uri) : null;
        return address is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out WebhookAddress result
    ) => TryParse(s, out result);

    /// <inheritdoc/>
    public static WebhookAddress Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static Uri? Read(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
            ? uri
            : null;
}
