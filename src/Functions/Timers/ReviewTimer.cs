using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Timers;

/// <summary>
/// Enforces reviews every hour, in UTC: whether one is due is Service's to say, by the home's time zone. Then it does the daily work, of which
/// most is there only for the first hour of a day that gets through.
/// </summary>
/// <param name="others">Works off assessments.</param>
/// <param name="daily">The daily work.</param>
public sealed class ReviewTimer(OtherRecords others, DailyWork daily)
{
    /// <summary>Enforces what is due.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels it; what is left is found again.</param>
    /// <returns>When it is done.</returns>
    [Function(nameof(ReviewTimer))]
    public async Task RunAsync(
        [TimerTrigger("0 5 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken ct
    )
    {
        DurableClients.Current = durable;
        await others.WorkOffAsync(Queries.AssessmentsDue, ct);
        await daily.RunIfDueAsync(ct);
    }
}
