using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>A scenario as its file writes it, before it is understood.</summary>
internal sealed record ScenarioText(string Title, string About, string Begins, ImmutableArray<StepText> Steps)
{
    public Cast? Cast { get; init; }

    public ImmutableArray<string> Shows { get; init; } = [];
}

/// <summary>A step as its file writes it: exactly one of <c>does</c>, <c>sends</c>, <c>wait</c>, <c>expect</c> and <c>scan</c>.</summary>
internal sealed record StepText
{
    public string? Say { get; init; }

    public string? Who { get; init; }

    public string? Does { get; init; }

    public string? Sends { get; init; }

    public string? By { get; init; }

    public string? About { get; init; }

    public JsonObject? With { get; init; }

    public ImmutableArray<string>? Refused { get; init; }

    public JsonNode? Answers { get; init; }

    public ImmutableSortedDictionary<string, string>? Keeps { get; init; }

    public WaitText? Wait { get; init; }

    public Expectation? Expect { get; init; }

    public bool? Scan { get; init; }
}

/// <summary>A wait as its file writes it: exactly one of <c>for</c>, <c>until</c>, <c>mail</c> and <c>phase</c>.</summary>
internal sealed record WaitText
{
    public string? For { get; init; }

    public string? Until { get; init; }

    public MailPattern? Mail { get; init; }

    public string? Phase { get; init; }

    public string? AtMost { get; init; }
}
