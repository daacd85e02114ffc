using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>A kind of document and the fields of it that queries may use.</summary>
/// <param name="name">Lower camel case; the SQLite table or the Cosmos type.</param>
/// <param name="fields">Declared fields, from <see cref="Fields"/>.</param>
public sealed class DocumentType(string name, params ImmutableArray<string> fields)
{
    /// <summary>Its name, lower camel case.</summary>
    public string Name { get; } = name;

    /// <summary>Its declared fields.</summary>
    public ImmutableArray<string> Fields { get; } = fields;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
