namespace OneToOne.Service.Mail;

/// <summary>Hands one rendered mail to whatever carries it.</summary>
public interface IMailTransport
{
    /// <summary>Tries once. Retries, their order and their end are the outbox's business.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Stops the attempt; then nobody knows whether it was carried.</param>
    /// <returns>What became of it. Faults of network and server are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken);

    /// <summary>Whether the carrier later reports what became of a mail, by its <see cref="MailMessage.Operation"/>.</summary>
    bool ReportsLater => false;
}
