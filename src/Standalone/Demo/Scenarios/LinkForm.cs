using System.Text.Json.Nodes;
using OneToOne.Service.Links;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>The form of a mailed link's page that does something.</summary>
/// <param name="Purpose">The link's purpose.</param>
/// <param name="Act">The last part of the form's address; null where opening the page behind its code does it.</param>
/// <param name="Fields">What is always filled in.</param>
internal sealed record LinkForm(LinkPurpose Purpose, string? Act, params (string Name, string Value)[] Fields)
{
    /// <summary>What is always filled in.</summary>
    public JsonObject Always => new(Fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value)));
}
