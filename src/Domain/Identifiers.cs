namespace OneToOne.Domain;

/// <summary>An id of the product: 1 to 64 letters, digits, dots, dashes or underscores, beginning with a letter or digit.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text of the id.</summary>
    string Value { get; }

    /// <summary>Reads an id that comes from outside.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="id">The id, when the text is one.</param>
    /// <returns>Whether the text is an id.</returns>
    static abstract bool TryParse(string? text, out TSelf id);
}

/// <summary>The id of an arrangement: one occasion of one-to-one time.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct ArrangementId(string Value) : IIdentifier<ArrangementId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out ArrangementId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a person in the register; a signed-in caller's subject is the same text.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct PersonId(string Value) : IIdentifier<PersonId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out PersonId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a child in the register; never the child's name.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct ChildId(string Value) : IIdentifier<ChildId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out ChildId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a home, school, club or other setting that has its own on-call list.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct HomeId(string Value) : IIdentifier<HomeId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out HomeId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a safeguarding concern.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct ConcernId(string Value) : IIdentifier<ConcernId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out ConcernId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a drill of the escalation.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct DrillId(string Value) : IIdentifier<DrillId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out DrillId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a disposal run.</summary>
/// <param name="Value">The text of the id.</param>
public readonly record struct RetentionRunId(string Value) : IIdentifier<RetentionRunId>
{
    /// <inheritdoc/>
    public static bool TryParse(string? text, out RetentionRunId id)
    {
        id = new(text ?? "");
        return Identifier.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What every id's text must be.</summary>
internal static class Identifier
{
    public static bool IsWellFormed(string? text) =>
        text is { Length: >= 1 and <= 64 }
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
