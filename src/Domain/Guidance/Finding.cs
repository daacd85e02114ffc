namespace OneToOne.Domain.Guidance;

/// <summary>What the software does about a duty of the guidance.</summary>
public enum DutyKind
{
    /// <summary>Refuses; nobody can override.</summary>
    Hard,

    /// <summary>Refuses, unless a homes or service manager records a decision with details and reasons (L-06, L-07).</summary>
    Override,

    /// <summary>Demands an answer, with no default, and keeps it.</summary>
    Ask,

    /// <summary>Keeps it, with author and time.</summary>
    Record,

    /// <summary>Tells somebody and keeps proof of having told them.</summary>
    Notify,

    /// <summary>Can show it on demand.</summary>
    Report,

    /// <summary>Does it by itself when the time comes.</summary>
    Clock,

    /// <summary>A principle of the whole product; no single act.</summary>
    Principle,
}

/// <summary>One reason why something is refused, for now or for good.</summary>
/// <param name="Id">The duty it comes from, such as <c>G-16</c>, or a name of our own such as <c>phase</c>.</param>
/// <param name="Kind">Whether it can be lifted by a decision, by an answer, or not at all.</param>
/// <param name="Problem">One plain sentence: what is wrong.</param>
/// <param name="Lift">One plain sentence: what would lift it.</param>
/// <param name="Field">The field of the request it is about, as a JSON path; null when it is about no single field.</param>
public sealed record Finding(string Id, DutyKind Kind, string Problem, string Lift, string? Field = null);
