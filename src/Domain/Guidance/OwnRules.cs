using System.Collections.Frozen;

namespace OneToOne.Domain.Guidance;

/// <summary>Rules that no sentence of the guidance asks for in so many words, and that the others stand on.</summary>
public static class OwnRules
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["agreement"] = "A standing agreement that the occasion was planned under is still in force.",
        ["checkInEvery"] = "The worker says at fitting intervals that they are all right.",
        ["childsView"] = "The child's own view is asked for, and kept in their words.",
        ["company"] = "Every child who is there is named and agreed to, and nobody is in two sessions at once.",
        ["length"] = "It is known how long it takes.",
        ["onCall"] = "There is somebody on duty at each level who can be called.",
        ["standing"] = "A standing agreement says for what, where, when in the week and how long.",
        ["start"] = "It is known when it begins, and that is still to come.",
        ["worker"] = "The worker belongs to the child's home and may be with this child.",
    }.ToFrozenDictionary();

    /// <summary>What a rule asks.</summary>
    /// <param name="id">Its name, such as <c>worker</c>.</param>
    /// <returns>One plain sentence; null when no rule of our own has this name.</returns>
    public static string? WordsOf(string id) => Words.GetValueOrDefault(id);
}
