using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OneToOne.Standalone.Hosting;

/// <summary>What one client may take of the server. A small home has tens of clients, not thousands.</summary>
internal static class Limits
{
    public static void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = 1000;
        // Above what the service reads, so that who sends a little too much gets an answer and not a broken connection.
        options.Limits.MaxRequestBodySize = 1024 * 1024;
        options.Limits.MaxRequestLineSize = 4 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        options.Limits.MaxRequestHeaderCount = 50;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
