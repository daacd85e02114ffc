namespace OneToOne.Standalone.Hosting;

/// <summary>Where the server listens.</summary>
internal static class ListenUrls
{
    public const string Default = "http://127.0.0.1:7071";

    /// <summary>Reads addresses separated by semicolons, such as <c>http://127.0.0.1:7071;http://[::1]:7071</c>.</summary>
    /// <exception cref="SettingException">One of them is no address to listen on.</exception>
    public static IReadOnlyList<Uri> Read(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? throw Unusable(urls) : Array.ConvertAll(parts, ReadOne);
    }

    private static Uri ReadOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri
            : throw Unusable(text);

    private static SettingException Unusable(string text) =>
        new("--urls", $"'{text}' is no address to listen on, such as http://127.0.0.1:7071");
}
