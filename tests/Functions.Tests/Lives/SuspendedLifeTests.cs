using OneToOne.Domain.Assessments;
using OneToOne.Functions.Tests.Support;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

public sealed class SuspendedLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task An_assessment_that_falls_due_suspends_it_and_a_review_that_continues_revives_it()
    {
        await house.FurnishAsync(review: TimeSpan.FromMinutes(40));
        var id = await house.ApprovedAsync();
        await house.DoAsync(Colin, "Please read", "");

        await house.SeesPhaseAsync(id, "suspended");
        Assert.True(await house.IsRunningAsync(id));
        var review = new ReviewMade(ReviewResult.Continue, "Looked at it with Colin");
        (await house.As(Harriet).PostAsync($"/api/assessments/{AssessmentKey.ForChild(Cleo.Id)}/reviews", review)).IsDone();

        // The register change is worked off by an orchestration of its own, and wakes the arrangement's.
        await house.SeesPhaseAsync(id, "approved");
        await house.StartAsync(id);
        Assert.Equal("active", (await house.As(Sunil).SeeAsync(id)).Phase);
    }
}
