using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>A tutor outside any organisation, and the adult who answers for him.</summary>
public sealed class G06Tests(G06Tests.TutoredHouse tutored) : IClassFixture<G06Tests.TutoredHouse>
{
    private static readonly Person Nora = Somebody("nora", Role.PlacingAuthority);

    private static readonly Person Tutor = Worker("tom", Oak) with { Engagement = new Engagement.Independent(Nora.Id) };

    private OakHouse House => tutored.House;

    private Api Adult => House.As(Nora);

    [Fact]
    public async Task The_nominated_adult_agrees_the_assessments_and_no_manager_does()
    {
        var key = AssessmentKey.ForRole(Tutor.Id);
        (await House.As(Tutor).PutAsync(key.Address() + "/proposal", Assessed)).IsDone();

        foreach (var manager in new[] { House.Senior, House.HomesManager, House.ServiceManager })
            (await House.AgreeAsync(key, manager)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-06");
        (await House.AgreeAsync(key, House.As(Tutor))).IsRefused(HttpStatusCode.Forbidden, "G-14");

        (await House.AgreeAsync(key, Adult)).IsDone();
        var version = (await Adult.ReadAsync(key)).InForce!;
        Assert.Equal((Nora.Id, null), (version.AgreedBy, version.AgreedAs));
    }

    [Theory]
    [InlineData(Setting.Bedroom)]
    [InlineData(Setting.WorkersHome)]
    public async Task What_only_a_manager_could_allow_stays_refused(Setting setting)
    {
        var plan = Lesson(House) with
        {
            Place = new("Upstairs", setting, Secluded: false, DoorCondition: "It stays open", Exposure: Exposure.Supervised),
        };

        var refused = await House.Colleague.PostAsync("/api/arrangements", plan);

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-06");
        Assert.Contains("place.setting", refused.Fields);
    }

    [Fact]
    public async Task The_adult_and_a_parent_approve_and_no_manager_s_word_counts()
    {
        var id = await House.RequestedAsync(_ => Lesson(House));
        Assert.DoesNotContain(await MailedLink.MailsAsync(House, Harriet), AsksForADecision);

        foreach (var manager in new[] { House.Senior, House.HomesManager, House.ServiceManager })
            (await manager.DoAsync(id, "approvals", new { (await manager.SeeAsync(id)).Digest, reasonClear = true })).Is(
                HttpStatusCode.Forbidden
            );
        await OakHouse.ApproveAsync(id, House.Parent);
        Assert.Equal("awaitingApproval", (await House.Inspector.SeeAsync(id)).Phase);
        await OakHouse.ApproveAsync(id, Adult);

        var seen = await House.Inspector.SeeAsync(id);
        Assert.Equal("approved", seen.Phase);
        Assert.Equal([Pat.Id, Nora.Id], seen.Approvals.Select(a => a.By.Person));
        (await House.Colleague.DoAsync(id, "withdrawal", new { reason = "Only asked to see" })).IsDone();
    }

    [Fact]
    public async Task A_call_for_help_goes_to_the_adult_first()
    {
        var id = await House.RequestedAsync(_ => Lesson(House));
        await OakHouse.ApproveAsync(id, Adult);
        await OakHouse.ApproveAsync(id, House.Parent);
        var seen = await House.Colleague.SeeAsync(id);
        (await House.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await House.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        (await House.As(Tutor).DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsDone();
        var before = await CountAsync(Nora);
        var senior = await CountAsync(Sam);

        (await House.As(Tutor).DoAsync(id, "help")).IsDone();

        Assert.True(await CountAsync(Nora) > before);
        Assert.Equal(senior, await CountAsync(Sam));
        (await Adult.DoAsync(id, "escalations/helpNow/acknowledgement")).IsDone();
        (
            await Adult.DoAsync(id, "escalations/helpNow/outcome", new { outcome = "workerReachedSessionEnded", note = "Both are well" })
        ).IsDone();
    }

    private static Plan Lesson(OakHouse house) =>
        house.Keywork with
        {
            Worker = Tutor.Id,
            Purpose = Purpose.Homework,
            Need = "Fractions before the test on Friday, in quiet",
            Safeguards = [new("The door stays open", Tutor.Id, Required: true)],
        };

    private async Task<int> CountAsync(Person person) => (await MailedLink.MailsAsync(House, person)).Length;

    private static bool AsksForADecision(Service.Tests.Mail.ReceivedMail mail) =>
        mail.Subject.Contains("Please decide", StringComparison.Ordinal);

    /// <summary>A house in whose register the tutor and the adult stand, assessed.</summary>
    public sealed class TutoredHouse : IAsyncLifetime
    {
        internal OakHouse House { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            House = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
            foreach (var person in new[] { Nora, Tutor })
                (await House.Administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone();
            foreach (var key in new[] { AssessmentKey.ForWorker(Tutor.Id), AssessmentKey.ForPair(Cleo.Id, Tutor.Id) })
            {
                (await House.As(Tutor).PutAsync(key.Address() + "/proposal", Assessed)).IsDone();
                (await House.AgreeAsync(key, House.As(Nora))).IsDone();
            }
            await House.As(Tutor).ReadAboutAsync(Cleo);
        }

        public Task DisposeAsync() => House.DisposeAsync();
    }
}
