using System.Diagnostics.CodeAnalysis;

namespace OneToOne.Service.Links;

/// <summary>What a mailed link is for; a link opens that and nothing else.</summary>
public enum LinkPurpose
{
    /// <summary>To approve or refuse what was asked.</summary>
    Approve,

    /// <summary>To decide on findings that a homes or service manager may lift (L-06).</summary>
    Override,

    /// <summary>To acknowledge an escalation and record its outcome.</summary>
    Escalation,

    /// <summary>To be told beforehand (G-20, L-21).</summary>
    Notice,

    /// <summary>The worker's whole occasion: start, I am all right, extend, distress, help now, finish, close-out.</summary>
    Session,

    /// <summary>To record how a decline was explained to the young person (L-26).</summary>
    Explain,

    /// <summary>To review an assessment or an unplanned start (G-16, G-20).</summary>
    Review,

    /// <summary>To acknowledge a drill of the escalation, and to say what one would have done.</summary>
    Drill,

    /// <summary>To read a safeguarding concern, take it on, decide on it and record what came of it.</summary>
    Concern,
}

/// <summary>How a purpose is written in a link's path.</summary>
public static class LinkPurposes
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<LinkPurpose> All = Enum.GetValues<LinkPurpose>();

    private static readonly string[] Words = [.. All.Select(purpose => purpose.ToString().ToLowerInvariant())];

    /// <summary>The word in the path.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns>One lower-case word.</returns>
    public static string Word(this LinkPurpose purpose) => Words[(int)purpose];

    /// <summary>Reads the word in the path.</summary>
    /// <param name="word">What the path has.</param>
    /// <param name="purpose">The purpose, when there is one of that name.</param>
    /// <returns>Whether there is.</returns>
    public static bool TryRead([NotNullWhen(true)] string? word, out LinkPurpose purpose)
    {
        var index = Array.IndexOf(Words, word);
        purpose = (LinkPurpose)Math.Max(index, 0);
        return index >= 0;
    }
}
