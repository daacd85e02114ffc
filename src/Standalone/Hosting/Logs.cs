namespace OneToOne.Standalone.Hosting;

/// <summary>
/// What is logged. The framework's own notes below a warning are left out and cannot be turned on: they quote addresses, and the address of
/// a mailed link is its secret.
/// </summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging) =>
        logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("OneToOne", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            // Not at a warning: that keys lie in a folder only its owner can read; that mails go into a folder, at each question.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Error)
            // Why the start failed is said once, in plain words, by the command line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

    /// <summary>Logs to the console: readable to somebody who looks on, one JSON object a line to a program that collects.</summary>
    public static void ToConsole(ILoggingBuilder logging)
    {
        if (Console.IsOutputRedirected)
            logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        else
            logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
    }
}
