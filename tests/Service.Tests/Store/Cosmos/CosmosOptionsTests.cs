using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Service.Store.Cosmos;

namespace OneToOne.Service.Tests.Store.Cosmos;

public sealed class CosmosOptionsTests
{
    [Theory]
    [InlineData("https://one-to-one.documents.azure.com/")]
    [InlineData("https://127.0.0.1:8081/")]
    [InlineData("http://localhost:8081/")]
    public void An_account_or_an_emulator_on_this_machine_is_taken(string endpoint) =>
        Assert.Equal(endpoint, Read(("AccountEndpoint", endpoint)).AccountEndpoint!.ToString());

    [Theory]
    [InlineData("Cosmos:AccountEndpoint", "Database", "onetoone")]
    [InlineData("Cosmos:AccountEndpoint", "AccountEndpoint", "http://one-to-one.documents.azure.com/")]
    [InlineData("Cosmos:AccountEndpoint", "AccountEndpoint", "one-to-one")]
    [InlineData("Cosmos:AccountEndpoint", "AccountEndpoint", "https://key@one-to-one.documents.azure.com/")]
    [InlineData("Cosmos:Database", "Database", "a/b")]
    [InlineData("Cosmos:TimeoutSeconds", "TimeoutSeconds", "0")]
    [InlineData("Cosmos:TimeoutSeconds", "TimeoutSeconds", "61")]
    public void A_setting_that_cannot_work_is_refused_by_name(string named, string key, string value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(refused.Failures, failure => failure.StartsWith(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AccountKey")]
    [InlineData("ConnectionString")]
    [InlineData("AccountEndpiont")]
    public void A_key_or_a_misspelt_setting_is_refused(string key) =>
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => Read((key, "x"))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_account_must_be_strongly_consistent_and_an_emulator_is_reached_through_its_gateway()
    {
        using var account = CosmosConnection.Open(new() { AccountEndpoint = new("https://one-to-one.documents.azure.com/") }, null, null);
        using var emulator = CosmosConnection.Open(new() { AccountEndpoint = new("https://localhost:8081/") }, null, null);

        Assert.Equal((ConsistencyLevel.Strong, ConnectionMode.Direct), Chosen(account));
        Assert.Equal((null, ConnectionMode.Gateway), Chosen(emulator));
        Assert.Null(account.ClientOptions.ServerCertificateCustomValidationCallback);
    }

    private static (ConsistencyLevel?, ConnectionMode) Chosen(CosmosClient client) =>
        (client.ClientOptions.ConsistencyLevel, client.ClientOptions.ConnectionMode);

    private static CosmosOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Cosmos:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddCosmosStore(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<CosmosOptions>>().Value;
    }
}
