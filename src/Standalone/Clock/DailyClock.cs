using OneToOne.Service.DueWork;

namespace OneToOne.Standalone.Clock;

/// <summary>Runs the daily work on one machine: at the first start of a UTC day, and then once a day.</summary>
internal sealed partial class DailyClock(DailyWork daily, TimeProvider clock, Quiet quiet, ILogger<DailyClock> log) : BackgroundService
{
    private readonly Pause pause = new(clock, quiet);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await daily.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(e);
            }
            await pause.UntilAsync(clock.GetUtcNow().UtcDateTime.Date.AddDays(1), stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The daily work failed; it is repeated tomorrow")]
    private partial void Failed(Exception e);
}
