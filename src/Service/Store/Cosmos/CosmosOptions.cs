using Microsoft.Azure.Cosmos;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>
/// The settings under <c>Cosmos</c>. There is no key among them: in Azure the host's managed identity signs in, and on an address of this
/// very machine an emulator is meant, whose key is the same everywhere and public.
/// </summary>
public sealed class CosmosOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Cosmos";

    /// <summary>The database that the infrastructure makes.</summary>
    public const string DefaultDatabase = "onetoone";

    /// <summary>The account's endpoint, such as <c>https://one-to-one.documents.azure.com/</c>; an emulator's on this machine.</summary>
    public Uri? AccountEndpoint { get; set; }

    /// <summary>The database.</summary>
    public string Database { get; set; } = DefaultDatabase;

    /// <summary>How the client reaches the service; an emulator is always reached through its gateway.</summary>
    public ConnectionMode ConnectionMode { get; set; } = ConnectionMode.Direct;

    /// <summary>How long one read, or one attempt of a commit, may take, in seconds of real time.</summary>
    public double TimeoutSeconds { get; set; } = 10;
}
