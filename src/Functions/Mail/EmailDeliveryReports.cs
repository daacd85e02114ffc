using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneToOne.Functions.DueWork;
using OneToOne.Service.Deliveries;

namespace OneToOne.Functions.Mail;

/// <summary>Takes the delivery reports of Communication Services from Event Grid, which brings each at least once.</summary>
/// <param name="reports">Takes a report.</param>
public sealed class EmailDeliveryReports(DeliveryReports reports)
{
    /// <summary>Takes one event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="durable">The Durable client.</param>
    /// <param name="ct">Cancels the wait; the event comes again.</param>
    /// <returns>When the report is written down.</returns>
    [Function(nameof(EmailDeliveryReports))]
    public async Task RunAsync([EventGridTrigger] BinaryData happened, [DurableClient] DurableTaskClient durable, CancellationToken ct)
    {
        DurableClients.Current = durable;
        if (ReportedMail.Read(happened) is { } mail)
            await reports.TakeAsync(mail.Operation, mail.Report, ct);
    }
}
