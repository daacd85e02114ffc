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

    /// <summary>What the carrier will call a mail when it later reports what became of it.</summary>
    /// <param name="mailId">The mail's own id.</param>
    /// <returns>The same for the same mail, known before it is sent; null when this carrier reports nothing.</returns>
    Guid? OperationOf(string mailId) => null;
}
