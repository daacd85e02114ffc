using System.Collections.ObjectModel;
using Microsoft.Azure.Cosmos;
using OneToOne.CosmosGateway;

namespace OneToOne.Service.Tests.Store.Cosmos.Gateway;

/// <summary>One container of the in-memory account, reached through the bare client.</summary>
internal sealed class TwoRanges : IDisposable
{
    private readonly CosmosClient client;

    private TwoRanges(InMemoryAccount account)
    {
        Account = account;
        client = account.Connect(new CosmosClientOptions { UseSystemTextJsonSerializerWithOptions = new() });
    }

    public InMemoryAccount Account { get; }

    public Container Things => client.GetContainer("test", "things");

    public static async Task<TwoRanges> OpenAsync(int largestPage = 1000)
    {
        var opened = new TwoRanges(new InMemoryAccount(ranges: 2, largestPage));
        Database database = await opened.client.CreateDatabaseIfNotExistsAsync("test");
        await database.CreateContainerIfNotExistsAsync(
            new ContainerProperties("things", "/pk")
            {
                PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
                IndexingPolicy = new()
                {
                    IncludedPaths =
                    {
                        new IncludedPath { Path = "/at/?" },
                        new IncludedPath { Path = "/kind/?" },
                    },
                    ExcludedPaths = { new ExcludedPath { Path = "/*" } },
                    CompositeIndexes =
                    {
                        new Collection<CompositePath>
                        {
                            new() { Path = "/kind" },
                            new() { Path = "/at" },
                        },
                    },
                },
            }
        );
        return opened;
    }

    /// <summary>Writes a thing into a partition of its own.</summary>
    public Task AddAsync(int at, string kind = "a") => Things.CreateItemAsync(new Thing($"{at}", $"partition {at}", kind, at));

    /// <summary>Everything that a query finds, page by page.</summary>
    public async Task<List<T>> AskAsync<T>(QueryDefinition query, QueryRequestOptions? options = null)
    {
        var found = new List<T>();
        using var pages = Things.GetItemQueryIterator<T>(query, requestOptions: options);
        while (pages.HasMoreResults)
            found.AddRange(await pages.ReadNextAsync());
        return found;
    }

    public void Dispose()
    {
        client.Dispose();
        Account.Dispose();
    }
}

internal sealed record Thing(string id, string pk, string kind, int at);
