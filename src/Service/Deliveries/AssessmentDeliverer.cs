using Microsoft.Extensions.Logging;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Messages;
using OneToOne.Service.Assessments;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Delivers the reminders of assessments. They carry no link: a review is done signed in.</summary>
public sealed class AssessmentDeliverer(
    Ledger ledger,
    RegisterReader registers,
    Postman postman,
    TimeProvider clock,
    ILogger<AssessmentDeliverer> log
) : Deliverer<Assessment, AssessmentEvent>(AssessmentRecords.Kind, ledger, registers, postman, clock, log)
{
    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Assessment> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    ) => (new Letter(message.Kind, TimeZone: (await Registers.HomeAsync(record.State.Home, ct))?.TimeZone ?? "Etc/UTC"), null);

    /// <inheritdoc/>
    protected override async ValueTask<Func<Assessment, DateTimeOffset?>> WakeAtAsync(Assessment state, CancellationToken ct)
    {
        var policy = await Registers.CurrentPolicyAsync(ct);
        return s => ReviewClock.WakeAt(s, policy);
    }
}
