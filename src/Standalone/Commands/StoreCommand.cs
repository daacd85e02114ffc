using System.CommandLine;
using Microsoft.Extensions.Options;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Commands;

/// <summary><c>store create</c>: makes what <c>--store cosmos</c> needs in an emulator. A file needs nothing.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var create = new Command("create", "Make the database and its container in the Cosmos DB emulator of this machine.") { data };
        create.SetAction(
            async (parsed, ct) =>
            {
                var settings = ServerSettings.Read(parsed.GetRequiredValue(data), ListenUrls.Default);
                await using var services = Cosmos(settings);
                var options = services.GetRequiredService<IOptions<CosmosOptions>>().Value;
                if (!options.AccountEndpoint!.IsLoopback)
                    throw new SettingException(
                        "Cosmos:AccountEndpoint",
                        "is not on this machine; in Azure the infrastructure makes the store"
                    );
                await services.CreateCosmosStoreAsync(ct);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"store: {options.Database} is there");
            }
        );
        Examples.Add(create, "store create", "store create --data /srv/onetoone");
        return new Command("store", "Prepare a store.") { create };
    }

    /// <summary>Opens the store of the settings to read it.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>Services with an <see cref="IDocumentStore"/>.</returns>
    /// <exception cref="StoreFileException">There is no such file.</exception>
    public static ServiceProvider OpenToRead(ServerSettings settings) =>
        settings.UsesCosmos
            ? Cosmos(settings)
            : new ServiceCollection()
                .AddSingleton<IDocumentStore>(_ => SqliteDocumentStore.OpenToRead(settings.Data.Store, StoreSchema.Product))
                .BuildServiceProvider();

    private static ServiceProvider Cosmos(ServerSettings settings) =>
        new ServiceCollection().AddCosmosStore(settings.Configuration).BuildServiceProvider();
}
