using Microsoft.Extensions.Logging;

namespace OneToOne.Functions.Hosting;

/// <summary>
/// What the worker logs. The framework's own notes below a warning are left out and cannot be turned on: they quote addresses, and the address
/// of a mailed link is its secret. <c>host.json</c> says the same of the host.
/// </summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging) =>
        logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("OneToOne", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
