using OneToOne.Service.DueWork;

namespace OneToOne.Standalone.Clock;

/// <summary>Runs the daily work on one machine: at each start, and then once a UTC day; within the hour again when it failed.</summary>
internal sealed partial class DailyClock(DailyWork daily, TimeProvider clock, Quiet quiet, ILogger<DailyClock> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(30);

    private readonly Pause pause = new(clock, quiet);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset next = clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
            try
            {
                await daily.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(e);
                next = clock.GetUtcNow() + AfterFault;
            }
            await pause.UntilAsync(next, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The daily work failed; it is repeated within the hour")]
    private partial void Failed(Exception e);
}
