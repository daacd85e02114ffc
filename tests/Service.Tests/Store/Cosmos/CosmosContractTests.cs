using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;

namespace OneToOne.Service.Tests.Store.Cosmos;

public sealed class CosmosDocumentTests : DocumentContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);

    protected override IDocumentStore Store => cosmos.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();
}

public sealed class CosmosCommitTests : CommitContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);

    protected override IDocumentStore Store => cosmos.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();
}

public sealed class CosmosQueryTests : QueryContract, IAsyncLifetime
{
    private readonly CosmosStore cosmos = CosmosStore.InMemory(Schema);

    protected override IDocumentStore Store => cosmos.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();
}
