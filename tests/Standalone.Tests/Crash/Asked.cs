using System.Collections.Concurrent;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>One thing that a person asks of the server, with a key of its own: asked again, it is still done once.</summary>
/// <param name="Person">Who asks.</param>
/// <param name="Path">What is posted to.</param>
/// <param name="Body">What is posted.</param>
/// <param name="Event">What the arrangement's history must say of it.</param>
internal sealed record Ask(string Person, string Path, object? Body, string Event)
{
    public string Key { get; } = Guid.NewGuid().ToString();
}

/// <summary>What the server has answered, over all its lives, and what it was killed over.</summary>
internal sealed class Asked
{
    private readonly ConcurrentDictionary<string, Ask> unanswered = new();
    private readonly ConcurrentQueue<(string Arrangement, string Event)> answered = new();

    /// <summary>What was asked and not answered: done or not, nobody knows.</summary>
    public IReadOnlyCollection<Ask> Unanswered => [.. unanswered.Values];

    /// <summary>How often each arrangement must have each event.</summary>
    public IReadOnlyDictionary<(string Arrangement, string Event), int> Answered => answered.CountBy(answer => answer).ToDictionary();

    public void Begin(Ask ask) => unanswered[ask.Key] = ask;

    public void Complete(Ask ask, string arrangement)
    {
        answered.Enqueue((arrangement, ask.Event));
        unanswered.TryRemove(ask.Key, out _);
    }
}
