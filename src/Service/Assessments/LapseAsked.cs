using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Assessments;

/// <summary>The lapse that a client asks for in a query, such as <c>late</c>.</summary>
/// <param name="Lapse">Which.</param>
public readonly record struct LapseAsked(Lapse Lapse)
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The text of the query.</param>
    /// <param name="asked">What was asked.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, out LapseAsked asked)
    {
        var named = Enum.GetValues<Lapse>().Where(l => l.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        asked = named is [var lapse] ? new(lapse) : default;
        return named is [_];
    }
}
