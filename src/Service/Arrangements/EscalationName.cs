using System.Collections.Frozen;
using System.Text.Json;
using OneToOne.Domain.Escalations;

namespace OneToOne.Service.Arrangements;

/// <summary>The cause of an escalation as addresses write it, such as <c>helpNow</c>.</summary>
/// <param name="Cause">The cause.</param>
public readonly record struct EscalationName(EscalationCause Cause)
{
    private static readonly FrozenDictionary<string, EscalationCause> Causes = Enum.GetValues<EscalationCause>()
        .ToFrozenDictionary(cause => new EscalationName(cause).ToString(), StringComparer.Ordinal);

    /// <summary>Reads a name that comes from outside.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="name">The name, when the text is one.</param>
    /// <returns>Whether the text is a name.</returns>
    public static bool TryParse(string? text, out EscalationName name)
    {
        var known = Causes.TryGetValue(text ?? "", out var cause);
        name = new(cause);
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => JsonNamingPolicy.CamelCase.ConvertName(Cause.ToString());
}
