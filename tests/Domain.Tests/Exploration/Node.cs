using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>One state of an exploration: the arrangement, the registers and the time, on which all that was due has been done.</summary>
internal sealed record Node(Arrangement Arrangement, World World, DateTimeOffset Now)
{
    public string Phase => Arrangement.Phase.GetType().Name;
}

/// <summary>One step from a node to the next.</summary>
/// <param name="From">Before it; null for the first step of a life.</param>
/// <param name="By">Who gave the command: a role of this exploration, <c>clock</c>, <c>registers</c> or <c>delivery</c>.</param>
/// <param name="What">The command, the register change or the clock.</param>
/// <param name="Events">What happened.</param>
/// <param name="To">After it.</param>
internal sealed record Transition(
    Node? From,
    string By,
    string What,
    System.Collections.Immutable.ImmutableArray<ArrangementEvent> Events,
    Node To
);
