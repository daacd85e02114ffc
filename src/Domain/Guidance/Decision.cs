using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The answer to a command: what happened, or why it is refused.</summary>
/// <typeparam name="TEvent">The events of the thing commanded.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>It is done; no events means that it had been done before.</summary>
    /// <param name="Events">What happened, in order.</param>
    public sealed record Accepted(ImmutableArray<TEvent> Events) : Decision<TEvent>;

    /// <summary>It is refused, and nothing happened.</summary>
    /// <param name="Findings">Why, and what would lift it.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : Decision<TEvent>;
}
