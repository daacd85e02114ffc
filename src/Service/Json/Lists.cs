using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OneToOne.Service.Json;

/// <summary>Closes two gaps of the serializer: <c>null</c> inside a list, and an immutable array that nobody filled.</summary>
internal static class Lists
{
    public static void Guard(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Enumerable && info.ElementType is { IsValueType: false })
            info.OnDeserialized = list => RefuseNull((IEnumerable)list);
        else if (info.Kind == JsonTypeInfoKind.Dictionary && info.ElementType is { IsValueType: false })
            info.OnDeserialized = dictionary => RefuseNull(((IDictionary)dictionary).Values);

        foreach (var property in info.Properties)
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                WriteUnsetAsEmpty(property);
        }
    }

    private static void RefuseNull(IEnumerable values)
    {
        var index = 0;
        foreach (var value in values)
        {
            if (value is null)
                throw new UnreadableValueException($"Entry {index} of the list is null.");
            index++;
        }
    }

    private static void WriteUnsetAsEmpty(JsonPropertyInfo property)
    {
        if (property.Get is not { } get)
            return;

        var unset = Activator.CreateInstance(property.PropertyType)!;
        var empty = property.PropertyType.GetField(nameof(ImmutableArray<>.Empty))!.GetValue(null);
        property.Get = owner => get(owner) is { } value && !unset.Equals(value) ? value : empty;
    }
}
