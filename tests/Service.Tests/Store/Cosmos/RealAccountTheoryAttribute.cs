namespace OneToOne.Service.Tests.Store.Cosmos;

/// <summary>A theory that runs where <c>COSMOS_ENDPOINT</c> names an account or an emulator, and is reported as skipped elsewhere.</summary>
internal sealed class RealAccountTheoryAttribute : TheoryAttribute
{
    public RealAccountTheoryAttribute()
    {
        if (Endpoint is null)
            Skip = "COSMOS_ENDPOINT is not set: no Cosmos DB account or emulator to run the store's contract against.";
    }

    public static Uri? Endpoint { get; } =
        Environment.GetEnvironmentVariable("COSMOS_ENDPOINT") is { Length: > 0 } endpoint ? new(endpoint) : null;
}
