using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>Who and what is entered before anything is played: bodies of the API, told apart by their ids.</summary>
internal sealed record Cast
{
    /// <summary>The people, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> People { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>The homes, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Homes { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>The children, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Children { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>The assessments, by key such as <c>pair.kit~mia</c>.</summary>
    public IReadOnlyDictionary<string, AssessmentScript> Assessments { get; init; } = new Dictionary<string, AssessmentScript>();

    /// <summary>What a body of the API has unless a step says otherwise, by what is done.</summary>
    public IReadOnlyDictionary<string, JsonObject> Bodies { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>What is filled in on a mailed link's page unless a step says otherwise, by what is done.</summary>
    public IReadOnlyDictionary<string, JsonObject> Forms { get; init; } = new Dictionary<string, JsonObject>();
}

/// <summary>An assessment that is written and agreed before anything is played.</summary>
/// <param name="WrittenBy">Who writes it.</param>
/// <param name="AgreedBy">Who agrees it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Agreement">What is decided.</param>
/// <param name="Like">The key of one in the shared cast, over which the content is laid; null for none.</param>
internal sealed record AssessmentScript(string WrittenBy, string AgreedBy, JsonObject Content, JsonObject Agreement, string? Like = null);
