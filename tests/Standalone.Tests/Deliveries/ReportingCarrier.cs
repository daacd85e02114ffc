using System.Collections.Immutable;
using OneToOne.Domain.People;
using OneToOne.Service.Mail;

namespace OneToOne.Standalone.Tests.Deliveries;

/// <summary>A carrier that accepts every mail, and has a name of its own for each by which it could report later.</summary>
internal sealed class ReportingCarrier : IMailTransport
{
    private ImmutableArray<MailMessage> taken = [];

    /// <summary>What happens while a mail is being handed over, before the carrier answers.</summary>
    public Func<MailMessage, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Everything handed over, oldest first.</summary>
    public ImmutableArray<MailMessage> Taken => taken;

    public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref taken, mails => mails.Add(mail));
        await Meanwhile(mail);
        return new DeliveryResult.Accepted(null);
    }

    public bool ReportsLater => true;

    /// <summary>The last mail to somebody about something.</summary>
    public MailMessage Last(Person to, string subject) =>
        taken.Last(m => m.To == to.Email && m.Subject.Contains(subject, StringComparison.Ordinal));
}
