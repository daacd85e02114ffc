using Microsoft.Extensions.Logging;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Concerns;
using OneToOne.Service.Drills;
using OneToOne.Service.DueWork;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Deliveries;

/// <summary>
/// Takes what a carrier reports of mails it had accepted. Reports come at least once, in any order and at any time; what is no news is ignored.
/// </summary>
/// <param name="sent">To which message a mail belongs.</param>
/// <param name="arrangements">Delivers what arrangements have to say.</param>
/// <param name="assessments">Delivers the reminders of assessments.</param>
/// <param name="concerns">Tells of concerns.</param>
/// <param name="drills">Calls levels for drills.</param>
/// <param name="people">Tells that somebody is reached elsewhere.</param>
/// <param name="children">Tells that what protected a child was lifted.</param>
/// <param name="wakeUp">The host's clock.</param>
/// <param name="log">The log.</param>
public sealed partial class DeliveryReports(
    SentMails sent,
    ArrangementDeliverer arrangements,
    AssessmentDeliverer assessments,
    ConcernDeliverer concerns,
    DrillDeliverer drills,
    PersonDeliverer people,
    ChildDeliverer children,
    IWakeUp wakeUp,
    ILogger<DeliveryReports> log
)
{
    /// <summary>Takes one report.</summary>
    /// <param name="operation">What the carrier calls the mail.</param>
    /// <param name="report">What it says of it.</param>
    /// <param name="ct">Cancels the wait; the report must come again.</param>
    /// <returns>When it is written down, and whoever must hear of a dead letter has been sent a mail or stands in the outbox.</returns>
    public async Task TakeAsync(Guid operation, DeliveryReport report, CancellationToken ct)
    {
        if (await sent.FindAsync(operation, ct) is not { } mail)
            Unknown(operation);
        else if (mail.Type == ArrangementRecords.Kind.Type.Name)
            await TakeAsync(ArrangementRecords.Kind, arrangements, mail, report, ct);
        else if (mail.Type == AssessmentRecords.Kind.Type.Name)
            await TakeAsync(AssessmentRecords.Kind, assessments, mail, report, ct);
        else if (mail.Type == ConcernRecords.Kind.Type.Name)
            await TakeAsync(ConcernRecords.Kind, concerns, mail, report, ct);
        else if (mail.Type == DrillRecords.Kind.Type.Name)
            await TakeAsync(DrillRecords.Kind, drills, mail, report, ct);
        else if (mail.Type == RegisterKinds.People.Type.Name)
            await TakeAsync(RegisterKinds.People, people, mail, report, ct);
        else if (mail.Type == RegisterKinds.Children.Type.Name)
            await TakeAsync(RegisterKinds.Children, children, mail, report, ct);
    }

    private async Task TakeAsync<TState, TEvent>(
        RecordKind<TState, TEvent> kind,
        Deliverer<TState, TEvent> deliverer,
        SentMail mail,
        DeliveryReport report,
        CancellationToken ct
    )
        where TState : class
        where TEvent : class
    {
        var (isNews, dueAt) = await deliverer.ReportAsync(mail, report, ct);
        var named = MailMessage.IdOf(mail.MessageId);
        if (!isNews)
            Repeated(named);
        if (report is not DeliveryReport.NotDelivered dead)
            return;
        if (isNews)
            NotDelivered(named, dead.Reason);
        // It is on disk: what belongs to it is done even when whoever reported has gone. A report that is repeated may be so because whoever wrote
        // it down got no further.
        await wakeUp.WakeAsync(kind.KeyOf(mail.Record), dueAt, CancellationToken.None);
        await deliverer.DeliverAsync(mail.Record, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A delivery report for mail {Operation}, which is not known here, is ignored")]
    private partial void Unknown(Guid operation);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A delivery report for message {Id} had been taken before")]
    private partial void Repeated(string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not arrive: {Reason}")]
    private partial void NotDelivered(string id, string reason);
}
