using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>A document as it is written. Its partition is the commit's.</summary>
/// <param name="Type">One of <see cref="DocumentTypes"/>.</param>
/// <param name="Id">1 to 255 characters, none of <c>/ \ ? #</c>.</param>
/// <param name="Json">The content, UTF-8.</param>
/// <param name="Fields">Values of the type's declared fields; one that is left out is absent, as if <see langword="null"/>.</param>
public sealed record Document(DocumentType Type, string Id, ReadOnlyMemory<byte> Json, params ImmutableArray<FieldValue> Fields)
{
    /// <summary>The value of a declared field; <see langword="null"/> when absent.</summary>
    public string? Value(string field)
    {
        foreach (var value in Fields)
            if (value.Field == field)
                return value.Value;
        return null;
    }
}

/// <summary>The value of one declared field.</summary>
/// <param name="Field">One of <see cref="Fields"/>.</param>
/// <param name="Value">Compared ordinally, so a time is written by <see cref="At"/>; <see langword="null"/> = absent.</param>
public readonly record struct FieldValue(string Field, string? Value)
{
    /// <summary>A moment, or its absence.</summary>
    public static FieldValue At(string field, DateTimeOffset? moment) => new(field, moment is { } at ? StoreTime.Text(at) : null);
}

/// <summary>A document as it was read.</summary>
/// <param name="Key">Its address.</param>
/// <param name="ETag">Its version, for <see cref="Operation.Replace"/> and <see cref="Operation.Delete"/>; opaque.</param>
/// <param name="Json">The content, UTF-8.</param>
public sealed record StoredDocument(DocumentKey Key, string ETag, ReadOnlyMemory<byte> Json);
