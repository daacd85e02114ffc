using System.Text.Json;

namespace OneToOne.Service.Concerns;

/// <summary>Where concerns stand that are asked for, as addresses write it, such as <c>received</c>.</summary>
/// <param name="Stage">Where.</param>
public readonly record struct ConcernStageName(ConcernStage Stage)
{
    /// <summary>Reads a name that comes from outside.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="name">The name, when the text is one.</param>
    /// <returns>Whether the text is a name.</returns>
    public static bool TryParse(string? text, out ConcernStageName name)
    {
        foreach (var stage in Enum.GetValues<ConcernStage>())
            if (new ConcernStageName(stage) is var known && known.ToString() == text)
            {
                name = known;
                return true;
            }
        name = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => JsonNamingPolicy.CamelCase.ConvertName(Stage.ToString());
}
