using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OneToOne.Service.Json;

/// <summary>
/// Writes a closed union: an abstract record whose cases are nested in it and sealed. The case is named by <c>type</c>, in camelCase.
/// </summary>
internal static class ClosedUnion
{
    public const string Discriminator = "type";

    public static void Describe(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Type.IsAbstract || info.Type.IsInterface)
            return;

        var cases = info
            .Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(t => !t.IsAbstract && info.Type.IsAssignableFrom(t))
            .ToArray();
        if (cases.Length == 0)
            return;

        var union = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator };
        foreach (var type in cases)
            union.DerivedTypes.Add(new JsonDerivedType(type, JsonNamingPolicy.CamelCase.ConvertName(type.Name)));
        info.PolymorphismOptions = union;

        // Reached only when the value names no case; without this the serializer would report a fault of ours instead of the client's.
        info.CreateObject = () => throw new UnreadableValueException($"'{Discriminator}' is missing; it is one of {Names(union)}.");
    }

    private static string Names(JsonPolymorphismOptions union) => string.Join(", ", union.DerivedTypes.Select(c => c.TypeDiscriminator));
}
