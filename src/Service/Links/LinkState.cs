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
}
