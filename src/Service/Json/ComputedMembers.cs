using System.Text.Json.Serialization.Metadata;

namespace OneToOne.Service.Json;

/// <summary>Leaves out what a value of ours computes from its other members: neither written, nor silently ignored when a client sends it.</summary>
internal static class ComputedMembers
{
    public static void LeaveOut(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
            return;

        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i] is { Set: null, AssociatedParameter: null })
                info.Properties.RemoveAt(i);
        }
    }
}
