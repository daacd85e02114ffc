using Microsoft.DurableTask.Client;

namespace OneToOne.Functions.DueWork;

/// <summary>
/// The Durable client of the invocation that is under way. The host hands it to functions only, by binding; what wakes orchestrations is
/// deep below them and the same for all.
/// </summary>
internal static class DurableClients
{
    private static readonly AsyncLocal<DurableTaskClient?> Ambient = new();

    /// <summary>The client; null where a function has none, which then wakes nobody. Set in an async method, it ends with that method.</summary>
    public static DurableTaskClient? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }
}
