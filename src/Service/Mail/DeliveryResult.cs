namespace OneToOne.Service.Mail;

/// <summary>What became of one attempt to hand a message to a channel.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <summary>The channel took it. It is not yet proof that anybody was told.</summary>
    /// <param name="ProviderId">What the provider calls it; null when the provider says nothing.</param>
    public sealed record Accepted(string? ProviderId) : DeliveryResult;

    /// <summary>The channel takes nothing now. It does not count towards giving up.</summary>
    /// <param name="RetryAfter">How long to leave it alone.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : DeliveryResult;

    /// <summary>The attempt failed.</summary>
    /// <param name="Permanent">Whether another attempt is pointless, because it is this message or this address that was refused.</param>
    /// <param name="Reason">Why, in a few words that can be kept and logged: codes, never an address or what a server said.</param>
    public sealed record Failed(bool Permanent, string Reason) : DeliveryResult;
}
