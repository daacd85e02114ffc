using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.People;
using OneToOne.Domain.Tests;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Cosmos;
using OneToOne.Standalone.Tests.Properties;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Domain.Arrangements.ArrangementCommand;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

[Trait("Store", "Own")]
public sealed class StepRequestsTests : IAsyncLifetime
{
    private const string Above = """
        # What a step asks of Cosmos DB

        Made by `StepRequestsTests`, which takes each step on the Cosmos engine and counts; do not edit. Write it anew with
        `UPDATE_DOCS=1 dotnet test tests/Standalone.Tests --filter StepRequestsTests`.

        Each step is one transactional batch. Before it, one point read of the arrangement and one of each register document that the command
        rests on, in at most two waves; what the host holds already is answered "not modified", without a body. A step that takes something from
        the registers for granted asks once more, after the batch, whether they are still the same. A person who stands in two places is read
        once. A start also asks, before and after, what else is open for its worker and its child: two queries each time, not counted below.
        A clock that looks at a session under way asks them too.
        Here the plan names the worker and one colleague, and staff, a parent or nobody at all gives the command. With an
        `Idempotency-Key` there is one more point read, and at a request one more read and batch, which reserve the id.

        | command | register documents | reads | again | requests |
        |---|---|---|---|---|

        """;

    private readonly CosmosStore cosmos = CosmosStore.InMemory(StoreSchema.Product);
    private readonly CountedCalls store;
    private readonly CountedSteps counted;

    public StepRequestsTests()
    {
        store = new(cosmos.Store);
        counted = new(cosmos.Account!, store);
    }

    public async Task InitializeAsync()
    {
        using var host = new Side(cosmos.Store, TimeProvider.System);
        foreach (var person in new[] { Colin, Sam, Harriet, Sunil, Pat, Paula })
            Assert.True(await host.Writer.WriteAsync(person, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(Adopted, Sunil.Id, null, default));
        Assert.True(await host.Writer.WriteAsync(Oaks, Sunil.Id, null, default));
    }

    public Task DisposeAsync() => cosmos.DisposeAsync().AsTask();

    [Fact]
    public async Task A_step_is_one_batch_and_reads_its_record_and_each_register_document_once()
    {
        await LivedAsync();
        await ChangedAndRefusedAsync();
        await WithdrawnAsync();
        await DeclinedAsync();
        await UnplannedAsync();
        await AgreedAsync();

        Assert.Equal(
            typeof(ArrangementCommand).GetNestedTypes().Select(command => command.Name).Order(StringComparer.Ordinal),
            counted.Counted
        );
        Repository.Holds("docs/requests.md", Above + string.Concat(counted.Rows.Select(row => row + "\n")));
    }

    private async Task LivedAsync()
    {
        using var scene = await SceneAsync("lived", atWorkersHome: true);
        await counted.TakeAsync(scene, Colin, new Request(scene.Id, scene.Plan));
        await counted.TakeAsync(scene, Harriet, Allow);
        await counted.TakeAsync(scene, Sam, new RecordAttempt(Pat.Id, "Rang twice, no answer"));
        await counted.TakeAsync(scene, null, new ReportUndeliverable(Pat.Id));
        await counted.TakeAsync(scene, Harriet, new Approve(scene.Shown, true));
        await counted.TakeAsync(scene, Sam, new RecordApproval(scene.Shown, Pat.Id, Domain.Approvals.Means.Phone, "She said yes", true));
        await counted.TakeAsync(scene, Colin, new AcknowledgeNotice(scene.Shown));
        scene.Clock.AdvanceTo(scene.Plan.Start);
        await counted.TakeAsync(scene, scene.Worker, Stage.Start);
        await counted.TakeAsync(scene, scene.Worker, new CheckIn());
        await counted.TakeAsync(scene, scene.Worker, new Extend(TimeSpan.FromMinutes(10)));
        await counted.TakeAsync(scene, scene.Worker, new ReportDistress("She is crying"));
        await counted.TakeAsync(scene, null, new ReportUnreachable(EscalationCause.Distress, 0));
        await counted.TakeAsync(scene, Sam, new Acknowledge(EscalationCause.Distress));
        await counted.TakeAsync(
            scene,
            Sam,
            new RecordOutcome(EscalationCause.Distress, EscalationOutcome.ChildSeenAndSafeSessionContinues, "Sat with her")
        );
        await counted.TakeAsync(scene, scene.Worker, new CallHelp());
        await scene.DoneAsync(Sam, new RecordOutcome(EscalationCause.HelpNow, EscalationOutcome.ChildSeenAndSafeSessionContinues, "Seen"));
        await scene.DoneAsync(Sam, new RecordOutcome(EscalationCause.UndeliverableMail, EscalationOutcome.ToldAnotherWay, "Rang her"));
        await counted.TakeAsync(scene, scene.Worker, new Finish());
        await counted.TakeAsync(scene, scene.Worker, new RecordCloseOut(OakHouse.GoodRecord));
        await counted.TakeAsync(scene, Sam, new AddAddendum("The door was painted since"));
    }

    private async Task ChangedAndRefusedAsync()
    {
        using var scene = await SceneAsync("refused");
        await scene.DoneAsync(Colin, new Request(scene.Id, scene.Plan));
        await counted.TakeAsync(scene, Colin, new Change(scene.Plan with { Need = "Talk about her new school" }));
        await counted.TakeAsync(scene, Pat, new Refuse(scene.Shown, "Not this week"));
    }

    private async Task WithdrawnAsync()
    {
        using var scene = await SceneAsync("withdrawn");
        await scene.DoneAsync(Colin, new Request(scene.Id, scene.Plan));
        await counted.TakeAsync(scene, Colin, new Withdraw("She is at her aunt's"));
    }

    private async Task DeclinedAsync()
    {
        using var scene = await SceneAsync("declined");
        await scene.DoneAsync(Colin, new Request(scene.Id, scene.Plan));
        await scene.DoneAsync(Harriet, new Approve(scene.Shown, true));
        await scene.DoneAsync(Pat, new Approve(scene.Shown, true));
        await counted.TakeAsync(scene, Sam, new RecordTold(Colin.Id, ToldBy.InPerson));
        await counted.TakeAsync(scene, scene.Worker, new DeclineByWorker("I am not the right person"));
        await counted.TakeAsync(scene, scene.Worker, new Explain("We talked in the garden", "She understood"));
    }

    private async Task UnplannedAsync()
    {
        using var scene = await SceneAsync("unplanned");
        await Scene.DoneAsync(scene.Host, Domain.Assessments.AssessmentKey.ForChild(scene.Child.Id), Scene.Agreement);
        await scene.HandOnAsync(scene.Host);
        var talk = scene.Plan with { Purpose = Purpose.Talk, Start = scene.Clock.GetUtcNow(), Length = TimeSpan.FromMinutes(30) };
        await counted.TakeAsync(scene, scene.Worker, new StartUnplanned(scene.Id, talk, Colin.Id));
        await scene.DoneAsync(scene.Worker, new Finish());
        await counted.TakeAsync(scene, Harriet, new ReviewUnplanned("It was right to listen at once"));
    }

    private async Task AgreedAsync()
    {
        using var scene = await SceneAsync("agreed");
        using var occasion = new Scene(store, "occasion", atWorkersHome: false);
        var days = Enum.GetValues<DayOfWeek>();
        var weekly = scene.Plan with
        {
            Standing = new(
                [],
                [Purpose.Keywork],
                [Setting.SharedRoom],
                new([.. days], new(0, 0), new(23, 59)),
                scene.Plan.Length,
                scene.Plan.Start.AddDays(7)
            ),
        };
        await scene.DoneAsync(Colin, new Request(scene.Id, weekly));
        await scene.DoneAsync(Harriet, new Approve(scene.Shown, true));
        await scene.DoneAsync(Pat, new Approve(scene.Shown, true));
        var planned = weekly with { Standing = null, Under = scene.Id };
        await counted.TakeAsync(occasion, scene.Worker, new PlanOccasion(occasion.Id, planned, ChangedSinceAgreed: false));
    }

    private async Task<Scene> SceneAsync(string name, bool atWorkersHome = false)
    {
        var scene = new Scene(store, name, atWorkersHome);
        await scene.RegisterAsync();
        // A version of the policy never changes: a host reads it once, and no step pays for it.
        await scene.Host.Registers.PolicyAsync(Adopted.Version, default);
        return scene;
    }

    private static DecideOverride Allow =>
        new(
            "L-23",
            Allow: true,
            "At the worker's home",
            "The horse is there",
            new CarePlanGrounds("The stable", "CP-1", 3, "Agreed there")
        );
}
