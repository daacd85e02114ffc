using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>One step of a scenario. Closed: the cases are those nested here.</summary>
/// <param name="Place">Where it stands in its file, such as <c>steps[3]</c>.</param>
/// <param name="Say">What is said to whoever watches, before it; null for nothing.</param>
internal abstract record Step(string Place, string? Say)
{
    /// <summary>Somebody does something.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Say">What is said before.</param>
    /// <param name="Who">Who.</param>
    /// <param name="Deed">What.</param>
    /// <param name="ByLink">Whether by the link in their mail; else signed in, over the API.</param>
    /// <param name="About">Which escalation or assessment; null for the only one.</param>
    /// <param name="With">What the body has besides the defaults.</param>
    /// <param name="Refused">The ids of the findings that refuse it; null when it is to succeed.</param>
    /// <param name="Answers">A part of the answer; null for any.</param>
    /// <param name="Keeps">What later steps call by a name: the name, and the field of the answer.</param>
    internal sealed record Act(
        string Place,
        string? Say,
        string Who,
        Deed Deed,
        bool ByLink,
        string? About,
        JsonObject With,
        ImmutableArray<string>? Refused,
        JsonNode? Answers,
        ImmutableSortedDictionary<string, string> Keeps
    ) : Step(Place, Say);

    /// <summary>Time passes.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Say">What is said before.</param>
    /// <param name="Until">Until when, or until what.</param>
    internal sealed record Wait(string Place, string? Say, WaitFor Until) : Step(Place, Say);

    /// <summary>It is looked whether all is as it should be.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Say">What is said before.</param>
    /// <param name="That">What should be so.</param>
    internal sealed record Expect(string Place, string? Say, Expectation That) : Step(Place, Say);

    /// <summary>A mail scanner opens every link of every mail so far and presses every button, without a code.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Say">What is said before.</param>
    internal sealed record Scan(string Place, string? Say) : Step(Place, Say);
}

/// <summary>What time passes for.</summary>
internal abstract record WaitFor
{
    private WaitFor() { }

    /// <summary>A length of time.</summary>
    internal sealed record Span(TimeSpan Length) : WaitFor;

    /// <summary>A time of day, the next one.</summary>
    internal sealed record Time(DayTime At) : WaitFor;

    /// <summary>A mail.</summary>
    internal sealed record Mail(MailPattern Pattern, TimeSpan AtMost) : WaitFor;

    /// <summary>A phase.</summary>
    internal sealed record Phase(string Name, TimeSpan AtMost) : WaitFor;
}
