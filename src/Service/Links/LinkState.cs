namespace OneToOne.Service.Links;

/// <summary>What has become of a link itself. Whether its arrangement still waits for it is the arrangement's business.</summary>
public abstract record LinkState
{
    private LinkState() { }

    /// <summary>It can be used.</summary>
    /// <param name="WrongCodes">How many wrong codes were tried since the last right one.</param>
    public sealed record Open(int WrongCodes) : LinkState;

    /// <summary>Too many wrong codes were tried; a new link is needed.</summary>
    /// <param name="At">When the last one was tried.</param>
    public sealed record Locked(DateTimeOffset At) : LinkState;

    /// <summary>Its time went by.</summary>
    /// <param name="At">When.</param>
    public sealed record Expired(DateTimeOffset At) : LinkState;

    /// <summary>It was taken back.</summary>
    /// <param name="At">When.</param>
    /// <param name="Why">Why.</param>
    public sealed record Void(DateTimeOffset At, LinkVoidReason Why) : LinkState;
}

/// <summary>Why a link was taken back.</summary>
public enum LinkVoidReason
{
    /// <summary>What it showed has changed, and a new round began.</summary>
    Changed,

    /// <summary>A newer link took its place.</summary>
    Replaced,

    /// <summary>What it was about is over.</summary>
    Over,

    /// <summary>Its recipient may not use it any more; the page says nothing at all about why.</summary>
    Recipient,
}
