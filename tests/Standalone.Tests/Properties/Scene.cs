using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Store;
using OneToOne.Standalone.Clock;
using OneToOne.Standalone.Tests.Hosting;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>A child, a worker and one arrangement of their own, in a store that others share.</summary>
internal sealed class Scene : IDisposable
{
    public Scene(IDocumentStore store, string name, bool atWorkersHome)
    {
        Store = store;
        Worker = (Wendy with { Id = new($"worker-{name}") }).HavingRead();
        Child = (Cleo with { Id = new($"child-{name}") }).ReadBy(Worker.Id);
        Id = new($"arrangement-{name}");
        Plan = new()
        {
            Child = Child.Id,
            Worker = Worker.Id,
            Purpose = Purpose.Keywork,
            Need = "Prepare what she wants to say at her review meeting",
            Place = atWorkersHome
                ? new("Her house", Setting.WorkersHome, false, Exposure: Exposure.Supervised)
                : new("Lounge", Setting.SharedRoom, false, Exposure: Exposure.Supervised),
            Start = Clock.GetUtcNow().AddHours(2),
            Length = TimeSpan.FromMinutes(60),
            Safeguards = [new("The door stays open", Worker.Id, Required: true)],
            Presence = new Presence.CloseBy(Colin.Id, "Colin is next door"),
            Considerations = new("She is thirteen", "She prefers a woman", "Nothing that stands against it"),
            SexualFeelings = SexualFeelingsDeclaration.No,
            Alternatives = new(false, false, "She asked to speak about it with one adult only"),
            Contact = new(ContactMethod.WorkPhone, Colin.Id),
            EngagedSign = false,
            FamilyContact = FamilyContact.None,
            PersonalNumbers = false,
            ChildsView = new(true, "Fine, if it is not too long"),
            Inform = [Colin.Id],
        };
        Weekly = Plan with
        {
            Standing = new(
                [],
                [Plan.Purpose],
                [Plan.Place.Setting],
                new([.. Enum.GetValues<DayOfWeek>()], new(8, 0), new(22, 0)),
                TimeSpan.FromMinutes(90),
                Clock.GetUtcNow().AddDays(21)
            ),
        };
        Host = new(store, Clock);
    }

    public IDocumentStore Store { get; }

    public SteppedClock Clock { get; } = new(RunningServer.Evening);

    public Side Host { get; }

    public Child Child { get; }

    public Person Worker { get; }

    public ArrangementId Id { get; }

    public Plan Plan { get; }

    /// <summary>The standing agreement, in the scenes that have one; the arrangement is an occasion under it.</summary>
    public ArrangementId AgreementId => new($"under-{Child.Id}");

    public Plan Weekly { get; }

    /// <summary>The digest of the agreement that was approved.</summary>
    public string Agreed { get; set; } = "";

    /// <summary>The digest of what everybody was last shown.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>What the homes manager answers to a proposal.</summary>
    public static AssessmentCommand Agreement { get; } = new AssessmentCommand.Agree(Harriet.Id, Role.HomesManager, Outcome.Permit);

    /// <summary>Enters the child, the worker and what was agreed about them; a new content for the child waits to be agreed.</summary>
    public async Task RegisterAsync()
    {
        Assert.True(await Host.Writer.WriteAsync(Child, Harriet.Id, null, default));
        Assert.True(await Host.Writer.WriteAsync(Worker, Harriet.Id, null, default));
        await AgreeAsync(Host, AssessmentKey.ForChild(Child.Id), AssessedChild);
        await AgreeAsync(Host, AssessmentKey.ForWorker(Worker.Id), Assessed);
        await AgreeAsync(Host, AssessmentKey.ForPair(Child.Id, Worker.Id), Assessed);
        await DoneAsync(Host, AssessmentKey.ForChild(Child.Id), Proposal(AssessedChild with { PermitsUnplannedStart = true }));
        await HandOnAsync(Host);
    }

    public static async Task AgreeAsync(Side by, AssessmentKey key, AssessmentContent content)
    {
        await DoneAsync(by, key, Proposal(content));
        await DoneAsync(by, key, Agreement);
    }

    private static AssessmentCommand Proposal(AssessmentContent content) => new AssessmentCommand.Propose(Colin.Id, content);

    public static async Task DoneAsync(Side by, AssessmentKey key, AssessmentCommand command) =>
        Assert.IsType<AssessmentResult.Done>(await by.Assessments.TakeAsync(new(key, command), default));

    public Task DoneAsync(Person? by, ArrangementCommand command) => DoneAsync(Id, by, command);

    public async Task DoneAsync(ArrangementId id, Person? by, ArrangementCommand command)
    {
        var done = Assert.IsType<StepResult.Done>(await Host.Arrangements.TakeAsync(new(id, command, by?.Id), default));
        Shown = done.Arrangement.ApprovalRound?.Digest ?? Shown;
    }

    /// <summary>Lets every register change that is still on its way arrive.</summary>
    public Task HandOnAsync(Side by) => by.HandOnAsync(Child.Id, Worker.Id);

    public void Dispose() => Host.Dispose();
}
