using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Mail;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Service.Tests.Store.Cosmos;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Properties;
using OneToOne.Standalone.Tests.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Deliveries;

/// <summary>The product on a real store with a carrier that reports, and one arrangement whose steps a test takes.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly TemporaryStore temporary = new(StoreSchema.Product);
    private readonly CosmosStore cosmos = CosmosStore.InMemory(StoreSchema.Product);
    private readonly WebApplication app;

    private PostOffice(bool onCosmos)
    {
        Scene = new(onCosmos ? OpenCosmos() : temporary.Store, "posted", atWorkersHome: false);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddOneMachine(ServerSettings.Read(folder.FullName, "http://127.0.0.1:7071", new MailFolder(null)), Scene.Clock);
        builder.Services.AddSingleton<IDocumentStore>(_ => Scene.Store);
        builder.Services.AddSingleton<IMailTransport>(Carrier);
        app = builder.Build();
    }

    public Scene Scene { get; }

    public ReportingCarrier Carrier { get; } = new();

    /// <param name="sam">What is special about the senior colleague.</param>
    /// <param name="onCosmos">Whether the store is Cosmos DB, in memory, and not SQLite.</param>
    public static async Task<PostOffice> OpenAsync(Func<Person, Person>? sam = null, bool onCosmos = false)
    {
        var office = new PostOffice(onCosmos);
        var writer = office.Scene.Host.Writer;
        foreach (var person in new[] { Colin, (sam ?? (p => p))(Sam), Harriet, Sunil, Pat, Paula })
            Assert.True(await writer.WriteAsync(person, Sunil.Id, null, default));
        Assert.True(await writer.WriteAsync(Adopted, Sunil.Id, null, default));
        Assert.True(await writer.WriteAsync(Oaks, Sunil.Id, null, default));
        await office.Scene.RegisterAsync();
        return office;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Asked for, approved and under way; all mails of it delivered.</summary>
    public async Task StartedAsync()
    {
        await Stage.StartOnTime.Before(Scene);
        await Scene.DoneAsync(Scene.Worker, Stage.Start);
        await DeliverAsync();
    }

    /// <summary>The worker says this, and whoever must hear of it is sent a mail.</summary>
    public async Task SaidAsync(ArrangementCommand command)
    {
        await Scene.DoneAsync(Scene.Worker, command);
        await DeliverAsync();
    }

    public Task DeliverAsync() => Get<ArrangementDeliverer>().DeliverAsync(Scene.Id.Value, default);

    public Task ReportAsync(MailMessage mail, DeliveryReport report) =>
        Get<DeliveryReports>().TakeAsync(mail.Operation!.Value, report, default);

    public Task BouncedAsync(MailMessage mail) => ReportAsync(mail, new DeliveryReport.NotDelivered("bounced"));

    public Task ArrivedAsync(MailMessage mail) => ReportAsync(mail, new DeliveryReport.Delivered());

    public async Task<Record<Arrangement>> RecordAsync() => (await Get<ArrangementSteps>().ReadAsync(Scene.Id, default))!.Record;

    /// <summary>The step of an open escalation; null when none is open.</summary>
    public async Task<int?> StepAsync(EscalationCause cause) => (await RecordAsync()).State.EscalationOf(cause)?.Step;

    /// <summary>What the history says of one mail, in order.</summary>
    public async Task<string[]> SaidOfAsync(MailMessage mail)
    {
        var said = new List<string>();
        await foreach (var (_, entry) in Get<Ledger>().HistoryAsync(ArrangementRecords.Kind, Scene.Id.Value, 0, default))
            if (DeliveryEvent.Of(entry.Event) is { } e && IsOf(entry, mail))
                said.Add(e.GetType().Name);
        return [.. said];
    }

    /// <summary>Writes somebody who is in the register anew.</summary>
    public async Task WriteAsync(Person person)
    {
        var before = await Get<Ledger>().ReadAsync(RegisterKinds.People, person.Id.Value, default);
        Assert.True(await Scene.Host.Writer.WriteAsync(person, Sunil.Id, before, default));
    }

    /// <summary>Why an escalation was passed on, each time.</summary>
    public async Task<IReadOnlyList<string?>> PassedOnAsync(string cause)
    {
        var because = new List<string?>();
        await foreach (var (_, entry) in Get<Ledger>().HistoryAsync(ArrangementRecords.Kind, Scene.Id.Value, 0, default))
            if (entry.Event.TryGetProperty("because", out var why) && entry.Event.GetProperty("cause").GetString() == cause)
                because.Add(why.GetString());
        return because;
    }

    /// <summary>The version of its recipient with each that the history says of one mail.</summary>
    public async Task<IReadOnlyList<int>> VersionsOfAsync(MailMessage mail, Person to)
    {
        var versions = new List<int>();
        await foreach (var (_, entry) in Get<Ledger>().HistoryAsync(ArrangementRecords.Kind, Scene.Id.Value, 0, default))
            if (IsOf(entry, mail))
                versions.Add(entry.Known[RegisterKinds.People.PartitionOf(to.Id.Value)]);
        return versions;
    }

    private static bool IsOf(HistoryContent entry, MailMessage mail) =>
        entry.Event.TryGetProperty("messageId", out var id) && MailMessage.IdOf(id.GetString()!) == mail.Id;

    // What expires has its time to live from the scene's evening, not from today.
    private CosmosDocumentStore OpenCosmos()
    {
        _ = cosmos.Store;
        return new(cosmos.Container, StoreSchema.Product, new SteppedClock(RunningServer.Evening), TimeSpan.FromSeconds(5));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Scene.Dispose();
        temporary.Dispose();
        await cosmos.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
