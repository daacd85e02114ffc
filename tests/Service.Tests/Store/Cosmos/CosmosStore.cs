using Azure.Core;
using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos;

/// <summary>The Cosmos engine on an account: the one in memory, or a real one or an emulator, with a database of its own.</summary>
internal sealed class CosmosStore : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CosmosClient client;
    private readonly string database = $"test-{Guid.NewGuid():N}";
    private readonly StoreSchema schema;
    private readonly Lazy<Task<IDocumentStore>> opened;

    private CosmosStore(CosmosOptions options, InMemoryAccount? account, StoreSchema schema)
    {
        (Account, this.schema) = (account, schema);
        client = CosmosConnection.Open(
            options,
            account is null ? null : new AnyToken(),
            account is null ? null : new CosmosTransport(account)
        );
        opened = new(OpenAsync);
    }

    /// <summary>The account in memory; <see langword="null"/> when it is another.</summary>
    public InMemoryAccount? Account { get; }

    /// <summary>The engine; the container is made when it is first asked for.</summary>
    public IDocumentStore Store => opened.Value.GetAwaiter().GetResult();

    /// <summary>The container under the engine.</summary>
    public Container Container => client.GetContainer(database, CosmosContainers.Documents);

    public static CosmosStore InMemory(StoreSchema schema, InMemoryAccount? account = null) =>
        new(new() { AccountEndpoint = InMemoryAccount.Address }, account ?? new InMemoryAccount(largestPage: 4), schema);

    public static CosmosStore At(Uri endpoint, StoreSchema schema) => new(new() { AccountEndpoint = endpoint }, null, schema);

    public async ValueTask DisposeAsync()
    {
        if (Account is null && opened.IsValueCreated)
            await client.GetDatabase(database).DeleteAsync();
        client.Dispose();
        Account?.Dispose();
    }

    private async Task<IDocumentStore> OpenAsync()
    {
        await CosmosContainers.CreateAsync(client, database, schema, CancellationToken.None);
        return new CosmosDocumentStore(Container, schema, TimeProvider.System, Patience);
    }
}

/// <summary>A token where nobody looks into it.</summary>
internal sealed class AnyToken : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("any", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
