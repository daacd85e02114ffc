namespace OneToOne.Domain.Concerns;

/// <summary>What somebody asks of a concern. Closed: the cases are those nested here. Who asks is the facts' actor.</summary>
public abstract record ConcernCommand
{
    private ConcernCommand() { }

    /// <summary>Takes it on.</summary>
    public sealed record Acknowledge : ConcernCommand;

    /// <summary>Says whether it is referred. Nothing has a default.</summary>
    /// <param name="MeetsThreshold">Whether it meets the harm threshold; null is refused.</param>
    /// <param name="Referred">Whether it is referred; null is refused.</param>
    /// <param name="To">To whom; needed when it is.</param>
    /// <param name="Reason">Why, or why not.</param>
    public sealed record DecideReferral(bool? MeetsThreshold, bool? Referred, string? To, string? Reason) : ConcernCommand;

    /// <summary>Closes it.</summary>
    /// <param name="What">What came of it.</param>
    public sealed record Close(string? What) : ConcernCommand;

    /// <summary>Adds something to it.</summary>
    /// <param name="Text">What.</param>
    public sealed record Add(string? Text) : ConcernCommand;
}
