using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Assessments;

public sealed class AssessmentTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Colins = "/api/assessments/worker.colin";

    [Fact]
    public async Task A_content_is_written_agreed_by_a_manager_and_reviewed()
    {
        (await house.HomesManager.PostAsync(Colins + "/agreement", new Agreement(Outcome.Permit), ifMatch: "\"rev-1\"")).Is(
            HttpStatusCode.NotFound
        );
        (await house.Worker.PutAsync(Colins + "/proposal", Assessed)).IsDone();
        var read = (await house.HomesManager.GetAsync(Colins)).IsDone();
        (await house.HomesManager.PostAsync(Colins + "/agreement", new Agreement(Outcome.Permit))).Is(HttpStatusCode.PreconditionRequired);
        (await house.Colleague.PostAsync(Colins + "/agreement", new Agreement(Outcome.Permit), ifMatch: read.ETag)).Is(
            HttpStatusCode.Forbidden
        );
        (
            await house.HomesManager.PostAsync(Colins + "/agreement", new Agreement(Outcome.PermitWithConditions), ifMatch: read.ETag)
        ).IsRefused(HttpStatusCode.UnprocessableEntity, "L-17");
        (
            await house.Worker.PutAsync(Colins + "/proposal", Assessed with { Precautions = "Somebody else wrote this in the meantime" })
        ).IsDone();
        (await house.HomesManager.PostAsync(Colins + "/agreement", new Agreement(Outcome.Permit), ifMatch: read.ETag)).Is(
            HttpStatusCode.PreconditionFailed
        );

        read = await house.HomesManager.GetAsync(Colins);
        var agreed = await house.HomesManager.PostAsync(Colins + "/agreement", new Agreement(Outcome.Permit), ifMatch: read.ETag);

        var version = agreed.IsDone().As<AssessmentView>().InForce!;
        Assert.Equal((1, Harriet.Id, Role.HomesManager), (version.ContentVersion, version.AgreedBy, version.AgreedAs));
        Assert.Equal(agreed.ETag, (await house.Worker.GetAsync(Colins)).ETag);
        var review = new ReviewMade(ReviewResult.Continue, "Looked at it with Colin");
        Assert.Single((await house.HomesManager.PostAsync(Colins + "/reviews", review)).IsDone().As<AssessmentView>().Reviews);
        (await house.Colleague.PostAsync(Colins + "/reviews", review)).Is(HttpStatusCode.Forbidden);
        (await house.Inspector.PostAsync(Colins + "/reviews", review)).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_review_that_is_sent_again_under_its_key_is_made_once()
    {
        const string pair = "/api/assessments/pair.cleo~wendy";
        var (key, review) = (Guid.NewGuid().ToString(), new ReviewMade(ReviewResult.Continue, "They get on"));

        var first = (await house.HomesManager.PostAsync(pair + "/reviews", review, key)).IsDone();
        await house.Server.PassAsync(TimeSpan.FromHours(1));
        var again = await house.HomesManager.PostAsync(pair + "/reviews", review, key);

        Assert.Equal(first, again);
        (await house.HomesManager.PostAsync(pair + "/reviews", review with { Notes = "x" }, key)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "idempotencyKey"
        );
        Assert.Single((await house.Worker.GetAsync(pair)).As<AssessmentView>().Reviews);
    }

    [Fact]
    public async Task Only_the_homes_own_staff_and_its_inspector_read_one()
    {
        foreach (var key in new[] { "child.cleo", "worker.wendy", "pair.cleo~wendy" })
        {
            (await house.Worker.GetAsync($"/api/assessments/{key}")).IsDone();
            (await house.Inspector.GetAsync($"/api/assessments/{key}")).IsDone();
            (await house.Stranger.GetAsync($"/api/assessments/{key}")).Is(HttpStatusCode.NotFound);
            (await house.Parent.GetAsync($"/api/assessments/{key}")).Is(HttpStatusCode.NotFound);
            (await house.Stranger.PutAsync($"/api/assessments/{key}/proposal", Assessed)).Is(HttpStatusCode.NotFound);
            (await house.Stranger.PostAsync($"/api/assessments/{key}/reviews", new ReviewMade(ReviewResult.End, "x"))).Is(
                HttpStatusCode.NotFound
            );
        }
        (await house.Worker.GetAsync("/api/assessments/child.ellis")).Is(HttpStatusCode.NotFound);
        (await house.Worker.GetAsync("/api/assessments/nonsense")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_due_or_waits_is_listed_the_most_urgent_first()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        Assert.Empty((await own.Worker.GetAsync("/api/assessments/due?home=oak")).IsDone().As<DueAssessment[]>());
        (await own.Worker.PutAsync("/api/assessments/pair.cleo~colin/proposal", Assessed)).IsDone();
        await own.Server.PassAsync(TimeSpan.FromDays(80));

        var due = (await own.Inspector.GetAsync("/api/assessments/due?home=oak")).IsDone().As<DueAssessment[]>();

        Assert.Equal(4, due.Length);
        Assert.Equal(new DueAssessment("pair.cleo~colin", null, false, true), due[0]);
        (await own.Stranger.GetAsync("/api/assessments/due?home=oak")).Is(HttpStatusCode.NotFound);
        await own.Server.PassAsync(TimeSpan.FromDays(12));
        Assert.Equal(3, (await own.Worker.GetAsync("/api/assessments/due?home=oak")).As<DueAssessment[]>().Count(d => d.Overdue));
    }
}
