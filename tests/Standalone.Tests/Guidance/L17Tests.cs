using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L17Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task The_outcome_is_said_and_conditions_exactly_where_there_are_some()
    {
        var key = await house.NewChildAsync();

        (await house.TryAgreeAsync(key, AssessedChild, new(Outcome.PermitWithConditions))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-17"
        );
        (await house.TryAgreeAsync(key, AssessedChild, new(Outcome.Permit, "Only by day"))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-17"
        );
        var read = (await house.HomesManager.GetAsync(key.Address())).IsDone();
        (await house.HomesManager.PostAsync(key.Address() + "/agreement", "{}", ifMatch: read.ETag)).Is(HttpStatusCode.BadRequest);

        (await house.TryAgreeAsync(key, AssessedChild, new(Outcome.PermitWithConditions, "Only by day"))).IsDone();
        var version = (await house.Inspector.ReadAsync(key)).InForce!;
        Assert.Equal((Outcome.PermitWithConditions, "Only by day"), (version.Outcome, version.Conditions));
    }

    [Fact]
    public async Task One_that_does_not_permit_blocks_and_ends_what_was_planned_and_is_kept_for_good()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var key = AssessmentKey.ForChild(Cleo.Id);
        var id = await own.ApprovedAsync(p => p with { Start = p.Start.AddDays(1) });

        (
            await own.TryAgreeAsync(key, AssessedChild with { Precautions = "None would be enough at present" }, new(Outcome.NotPermit))
        ).IsDone();
        await own.Server.PassAsync(TimeSpan.FromMinutes(1));

        (await own.Colleague.PostAsync("/api/arrangements", own.Keywork)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-17");
        Assert.Equal("endedByReview", (await own.Colleague.SeeAsync(id)).Phase);
        (await own.TryAgreeAsync(key, AssessedChild)).IsDone();
        (await own.Colleague.PostAsync("/api/arrangements", own.Keywork)).IsDone();
        Assert.Equal([Outcome.Permit, Outcome.NotPermit], (await own.Inspector.ReadAsync(key)).Earlier.Select(v => v.Outcome));
    }

    [Fact]
    public async Task What_was_written_and_not_agreed_is_listed_until_it_is()
    {
        var key = await house.NewChildAsync(c => c with { AdmittedOn = new(2026, 5, 1) });
        Assert.Equal([Lapse.Unfinished], await StatesAsync(key));
        (await house.Colleague.PutAsync(key.Address() + "/proposal", AssessedChild)).IsDone();
        Assert.Equal([Lapse.Unfinished], await StatesAsync(key));

        (await house.AgreeAsync(key, house.HomesManager)).IsDone();

        Assert.Empty(await StatesAsync(key));
        (await house.Stranger.GetAsync("/api/assessments?home=oak&state=unfinished")).Is(HttpStatusCode.NotFound);
        (await house.Parent.GetAsync("/api/assessments?home=oak")).Is(HttpStatusCode.NotFound);
        (await house.Inspector.GetAsync("/api/assessments?home=oak&state=nonsense")).Is(HttpStatusCode.BadRequest);
    }

    private async Task<Lapse[]> StatesAsync(AssessmentKey key)
    {
        var all = (await house.Inspector.GetAsync("/api/assessments?home=oak")).IsDone().As<AssessmentBrief[]>();
        var states = all.Single(brief => brief.Key == key.ToString()).States;
        var unfinished = (await house.Inspector.GetAsync("/api/assessments?home=oak&state=unfinished")).IsDone().As<AssessmentBrief[]>();
        Assert.Equal(states.Contains(Lapse.Unfinished), unfinished.Any(brief => brief.Key == key.ToString()));
        return [.. states];
    }
}
