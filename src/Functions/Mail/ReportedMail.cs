using System.Text.Json;
using OneToOne.Service.Deliveries;

namespace OneToOne.Functions.Mail;

/// <summary>What an event of the type <c>Microsoft.Communication.EmailDeliveryReportReceived</c> says of a mail. The addresses in it are not read.</summary>
/// <param name="Operation">The mail's operation id.</param>
/// <param name="Report">What became of it.</param>
internal sealed record ReportedMail(Guid Operation, DeliveryReport Report)
{
    /// <summary>Reads an event, in the schema of Event Grid or of CloudEvents: both have the same data.</summary>
    /// <returns>The report; null when the event says nothing final of a mail.</returns>
    public static ReportedMail? Read(BinaryData happened)
    {
        using var json = JsonDocument.Parse(happened);
        return
            Text(json.RootElement, "data", "messageId") is { } id
            && Guid.TryParse(id, out var operation)
            && Text(json.RootElement, "data", "status") is { } status
            && ReportOf(status) is { } report
            ? new(operation, report)
            : null;
    }

    private static DeliveryReport? ReportOf(string status) =>
        status switch
        {
            "Delivered" => new DeliveryReport.Delivered(),
            "Expanded" or "OutForDelivery" => null,
            "Bounced" => new DeliveryReport.NotDelivered("bounced"),
            "Suppressed" => new DeliveryReport.NotDelivered("suppressed by the mail service"),
            "Quarantined" => new DeliveryReport.NotDelivered("quarantined"),
            "FilteredSpam" => new DeliveryReport.NotDelivered("taken for spam"),
            // Whatever is not known to have arrived is not counted on.
            _ => new DeliveryReport.NotDelivered("not delivered"),
        };

    private static string? Text(JsonElement root, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root))
                return null;
        return root.ValueKind == JsonValueKind.String ? root.GetString() : null;
    }
}
