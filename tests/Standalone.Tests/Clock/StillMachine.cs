using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.DueWork;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Http;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Tests.Hosting;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Clock;

/// <summary>
/// The product without a host that keeps its time: nothing happens in it but what a test does, and it remembers what a host would be told.
/// </summary>
internal sealed class StillMachine : IWakeUp, IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly WebApplication app;

    private StillMachine()
    {
        var settings = ServerSettings.Read(
            folder.FullName,
            "http://127.0.0.1:7071",
            new MailFolder(null),
            [new("Mail:From", "one-to-one@example.org")]
        );
        // Built, and never started.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = folder.FullName });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddOneMachine(settings, Clock);
        builder.Services.AddSingleton<IWakeUp>(this);
        builder.Logging.AddProvider(Logs);
        app = builder.Build();
    }

    public static async Task<StillMachine> OpenAsync()
    {
        var machine = new StillMachine();
        await machine.RegisterAsync();
        return machine;
    }

    public SteppedClock Clock { get; } = new(RunningServer.Evening);

    public RecordedLogs Logs { get; } = new();

    public List<string> Told { get; } = [];

    /// <summary>Whether what the host was told last would have been cut short had whoever caused it gone away.</summary>
    public bool WouldBeCutShort { get; private set; }

    /// <summary>How many mails have gone out.</summary>
    public int Mails =>
        Directory.Exists(Path.Combine(folder.FullName, "mail"))
            ? Directory.GetFiles(Path.Combine(folder.FullName, "mail"), "*.eml").Length
            : 0;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    private async Task RegisterAsync()
    {
        foreach (var person in Everybody)
            Assert.True(await Get<RegisterWriter>().WriteAsync(person.HavingRead(), Sunil.Id, null, default));
        Assert.True(await Get<RegisterWriter>().WriteAsync(Adopted, Sunil.Id, null, default));
        Assert.True(await Get<RegisterWriter>().WriteAsync(Oaks, Sunil.Id, null, default));
        Assert.True(await Get<RegisterWriter>().WriteAsync(Cleo.ReadBy(Wendy.Id), Sunil.Id, null, default));
        foreach (
            var key in new[]
            {
                AssessmentKey.ForChild(Cleo.Id),
                AssessmentKey.ForWorker(Wendy.Id),
                AssessmentKey.ForPair(Cleo.Id, Wendy.Id),
            }
        )
        {
            await DoneAsync(key, new AssessmentCommand.Propose(Colin.Id, AssessedFor(key)));
            await DoneAsync(key, new AssessmentCommand.Agree(Harriet.Id, Role.HomesManager, Outcome.Permit));
        }
        await WorkOffAsync();
        Told.Clear();
    }

    /// <summary>A plan to which no rule objects, two hours from now.</summary>
    public Plan Plan =>
        new()
        {
            Child = Cleo.Id,
            Worker = Wendy.Id,
            Purpose = Purpose.Keywork,
            Need = "Prepare what she wants to say at her review meeting",
            Place = new("Lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
            Start = Clock.GetUtcNow().AddHours(2),
            Length = TimeSpan.FromMinutes(60),
            Safeguards = [new("The door stays open", Wendy.Id, Required: true)],
            Presence = new Presence.CloseBy(Colin.Id, "Colin is in the kitchen next door"),
            Considerations = new("She is thirteen and asks for privacy", "She prefers a woman", "Nothing that stands against it"),
            SexualFeelings = SexualFeelingsDeclaration.No,
            Alternatives = new(false, false, "She asked to speak about it with one adult only"),
            Contact = new(ContactMethod.WorkPhone, Colin.Id),
            EngagedSign = false,
            FamilyContact = FamilyContact.None,
            PersonalNumbers = false,
            ChildsView = new(true, "Fine, if it is not too long"),
            Inform = [Colin.Id],
        };

    public async Task<Arrangement> DoneAsync(ArrangementId id, Person by, ArrangementCommand command) =>
        Assert.IsType<StepResult.Done>(await Get<ArrangementSteps>().TakeAsync(new(id, command, by.Id), default)).Arrangement;

    public Task<Arrangement> RequestedAsync(ArrangementId id) => DoneAsync(id, Colin, new ArrangementCommand.Request(id, Plan));

    /// <summary>Requested, approved, known about and under way since the planned start.</summary>
    public async Task StartedAsync(ArrangementId id)
    {
        var asked = await RequestedAsync(id);
        await DoneAsync(id, Harriet, new ArrangementCommand.Approve(asked.ApprovalRound!.Digest, true));
        var approved = await DoneAsync(id, Pat, new ArrangementCommand.Approve(asked.ApprovalRound.Digest, true));
        await DoneAsync(id, Colin, new ArrangementCommand.AcknowledgeNotice(approved.ApprovalRound!.Digest));
        Clock.AdvanceTo(asked.Plan.Start);
        await DoneAsync(id, Wendy, new ArrangementCommand.Start(new([0])));
    }

    /// <summary>Hands on every register change that waits.</summary>
    public async Task WorkOffAsync()
    {
        await foreach (var found in Get<DueRecords>().FindAsync(Queries.RegisterChangesDue, Clock.GetUtcNow(), int.MaxValue, default))
            while (await Get<DueRecords>().WorkOffAsync(found.Key, default)) { }
    }

    public ValueTask WakeAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) => Tell("wake", record, ct);

    public ValueTask WatchAsync(DocumentKey record, DateTimeOffset? dueAt, CancellationToken ct) => Tell("watch", record, ct);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private ValueTask Tell(string what, DocumentKey record, CancellationToken ct)
    {
        WouldBeCutShort = ct.CanBeCanceled;
        Told.Add($"{what} {record.Type}");
        return ValueTask.CompletedTask;
    }

    private async Task DoneAsync(AssessmentKey key, AssessmentCommand command) =>
        Assert.IsType<AssessmentResult.Done>(await Get<AssessmentSteps>().TakeAsync(new(key, command), default));
}
