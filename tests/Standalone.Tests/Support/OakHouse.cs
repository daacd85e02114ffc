using OneToOne.CosmosGateway;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Hosting;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>
/// The real server with two small homes in its registers, entered over HTTP: everybody an arrangement needs, the assessments agreed. Each
/// step below is one that a person takes over HTTP, and must be done for the story to go on.
/// </summary>
public sealed class OakHouse : IAsyncLifetime, IAsyncDisposable
{
    private bool adopts = true;

    internal RunningServer Server { get; private set; } = null!;

    internal DateTimeOffset Now => Server.Clock.GetUtcNow();

    internal Api Administrator => As("ada", Role.Administrator);

    internal Api Worker => As(Wendy);

    internal Api Colleague => As(Colin);

    internal Api Senior => As(Sam);

    internal Api HomesManager => As(Harriet);

    internal Api ServiceManager => As(Sunil);

    internal Api Inspector => As(Ines);

    internal Api Parent => As(Pat);

    internal Api SocialWorker => As(Paula);

    /// <summary>The homes manager of the other home.</summary>
    internal Api Stranger => As(Hugo);

    /// <summary>An evening's keywork in the lounge, two hours from now, to which no rule objects.</summary>
    internal Plan Keywork =>
        new()
        {
            Child = Cleo.Id,
            Worker = Wendy.Id,
            Purpose = Purpose.Keywork,
            Need = "Prepare what she wants to say at her review meeting",
            Place = new("Lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
            Start = Now.AddHours(2),
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

    /// <summary>A house of a test's own, at a moment of its choice.</summary>
    internal static async Task<OakHouse> OpenAsync(DateTimeOffset start)
    {
        var house = new OakHouse();
        await house.OpenAtAsync(start);
        return house;
    }

    /// <summary>A house whose organisation has not set a policy yet (G-01).</summary>
    internal static async Task<OakHouse> OpenWithoutPolicyAsync()
    {
        var house = new OakHouse { adopts = false };
        await house.OpenAtAsync(RunningServer.Evening);
        return house;
    }

    /// <summary>A house of a test's own, kept in an account.</summary>
    internal static async Task<OakHouse> OpenOnAsync(InMemoryAccount account)
    {
        var house = new OakHouse();
        await house.OpenAsync(RunningServer.StartOnAsync(account));
        return house;
    }

    public Task InitializeAsync() => OpenAtAsync(RunningServer.Evening);

    private Task OpenAtAsync(DateTimeOffset start) => OpenAsync(RunningServer.StartAsync(start));

    private async Task OpenAsync(Task<RunningServer> starting)
    {
        Server = await starting;
        if (adopts)
            (await Administrator.PutAsync("/api/policy", "{}")).IsDone();
        foreach (var person in Everybody)
            (await Administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone();
        foreach (var home in new[] { Registered.Oaks, Elms })
            (await Administrator.PutAsync($"/api/homes/{home.Id}", home)).IsDone();
        foreach (var child in new[] { Cleo, Ellis })
            (await Administrator.PutAsync($"/api/children/{child.Id}", child)).IsDone();
        await AssessAsync(AssessmentKey.ForChild(Cleo.Id), AssessedChild with { PermitsUnplannedStart = true });
        await AssessAsync(AssessmentKey.ForWorker(Wendy.Id), Assessed);
        await AssessAsync(AssessmentKey.ForPair(Cleo.Id, Wendy.Id), Assessed);
        await Worker.ReadAboutAsync(Cleo);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => Server.DisposeAsync();

    /// <summary>The API as a person of the register calls it.</summary>
    internal Api As(Person person) => As(person.Id.Value, [.. person.Roles]);

    /// <summary>The API as whoever has these roles in their token calls it.</summary>
    internal Api As(string person, params Role[] roles) => new(Server.As(person, roles), person);

    /// <summary>Has an assessment written by the colleague and agreed by the homes manager.</summary>
    internal async Task AssessAsync(AssessmentKey key, AssessmentContent content)
    {
        (await Colleague.PutAsync($"/api/assessments/{key}/proposal", content)).IsDone();
        var read = (await HomesManager.GetAsync($"/api/assessments/{key}")).IsDone();
        (await HomesManager.PostAsync($"/api/assessments/{key}/agreement", new { outcome = "permit" }, ifMatch: read.ETag)).IsDone();
    }

    /// <summary>Asked for by the colleague.</summary>
    /// <returns>The arrangement's id.</returns>
    internal async Task<string> RequestedAsync(Func<Plan, Plan>? plan = null) =>
        (await Colleague.PostAsync("/api/arrangements", (plan ?? (p => p))(Keywork))).IsDone().As<ArrangementBrief>().Id.Value;

    /// <summary>Asked for, and approved by the homes manager and the parent.</summary>
    internal async Task<string> ApprovedAsync(Func<Plan, Plan>? plan = null)
    {
        var id = await RequestedAsync(plan);
        await ApproveAsync(id, HomesManager);
        await ApproveAsync(id, Parent);
        return id;
    }

    /// <summary>Approved, and under way since the planned start; the colleague has read the notice.</summary>
    internal async Task<string> StartedAsync(Func<Plan, Plan>? plan = null)
    {
        var id = await ApprovedAsync(plan);
        await BeginAsync(id);
        return id;
    }

    /// <summary>Started at the planned start; the colleague has read the notice.</summary>
    internal async Task BeginAsync(string id) => (await TryToBeginAsync(id)).IsDone();

    /// <summary>The worker presses start at the planned start; the colleague has read the notice.</summary>
    internal async Task<Reply> TryToBeginAsync(string id)
    {
        var seen = await Colleague.SeeAsync(id);
        (await Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        await LeaveAsync();
        return await Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])));
    }

    /// <summary>The worker leaves whatever session an earlier story left under way, and unplanned starts are reviewed.</summary>
    internal async Task LeaveAsync()
    {
        foreach (var open in (await Worker.GetAsync($"/api/arrangements?worker={Wendy.Id}")).IsDone().As<Page<ArrangementBrief>>().Items)
        {
            if (open.Phase == "active")
                (await Worker.DoAsync(open.Id.Value, "finish")).IsDone();
            if (open.Purpose == Purpose.Talk && !open.IsFinal && (await HomesManager.SeeAsync(open.Id.Value)).ReviewDueAt is not null)
                (await HomesManager.DoAsync(open.Id.Value, "unplanned-review", new { notes = "It was right to listen to her" })).IsDone();
        }
    }

    /// <summary>Finished after 50 minutes; the record is due.</summary>
    internal async Task<string> FinishedAsync()
    {
        var id = await StartedAsync();
        await Server.PassAsync(TimeSpan.FromMinutes(50));
        (await Worker.DoAsync(id, "finish")).IsDone();
        return id;
    }

    /// <summary>Finished and recorded.</summary>
    internal async Task<string> ClosedAsync(CloseOut? record = null)
    {
        var id = await FinishedAsync();
        (await Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record ?? GoodRecord))).IsDone();
        return id;
    }

    /// <summary>A record that gives nobody cause to look.</summary>
    internal static CloseOut GoodRecord =>
        new(
            "Went through the placement plan; she chose two goals.",
            false,
            SexualFeelingsDeclaration.No,
            NeedsChanged: false,
            ChildsView: new(true),
            PersonalNumbers: false,
            PrivateMatters: false,
            PhysicalContact: false
        );

    /// <summary>Approves what this person is shown.</summary>
    internal static async Task ApproveAsync(string arrangement, Api by)
    {
        var seen = await by.SeeAsync(arrangement);
        (await by.DoAsync(arrangement, "approvals", new { seen.Digest, reasonClear = true })).IsDone();
    }
}
