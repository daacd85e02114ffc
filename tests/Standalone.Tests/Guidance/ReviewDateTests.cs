using System.Text.Json;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-10, L-11, L-12: the nearer review that they bring is a secret as the answers are.</summary>
public sealed class ReviewDateTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task When_a_childs_assessment_is_due_is_for_those_who_may_see_its_sections()
    {
        var key = AssessmentKey.ForChild(Cleo.Id);
        var alleged = With(s => s with { AllegationsOfAbuse = new AllegationsOfAbuse.Yes(new(2026, 1, 12), "Said at school") });
        (await house.TryAgreeAsync(key, alleged)).IsDone();
        var review = new { result = "continue", notes = "Nothing has changed since it was written" };
        (await house.HomesManager.PostAsync(key.Address() + "/reviews", review)).IsDone();
        var id = await house.RequestedAsync();

        var known = await house.HomesManager.ReadAsync(key);
        var due = known.InForce!.ReviewDue!.Value;
        Assert.Equal(due, Assert.Single(known.Reviews).NextDue);
        Assert.Equal(due, (await BriefAsync(house.HomesManager)).ReviewDue);
        Assert.NotNull((await house.HomesManager.SeeAsync(id)).AssessmentsValidUntil);
        foreach (var other in new[] { house.Worker, house.Inspector })
        {
            var seen = await other.ReadAsync(key);
            Assert.Equal((null, ReviewState.InDate), (seen.InForce!.ReviewDue, seen.InForce.ReviewState));
            Assert.All(seen.Earlier, earlier => Assert.Equal((null, null), (earlier.ReviewDue, earlier.ReviewState)));
            Assert.Null(Assert.Single(seen.Reviews).NextDue);
            var brief = await BriefAsync(other);
            Assert.Equal((null, ReviewState.InDate), (brief.ReviewDue, brief.ReviewState));
        }
        var family = await house.Parent.GetAsync($"/api/arrangements/{id}");
        Assert.Null((await house.Parent.SeeAsync(id)).AssessmentsValidUntil);
        Assert.DoesNotContain(JsonSerializer.Serialize(due)[1..11], family.IsDone().Text, StringComparison.Ordinal);

        await house.Server.Clock.PassToAsync(due.AddDays(-13), CancellationToken.None);
        Assert.Equal(ReviewState.DueSoon, (await house.Worker.ReadAsync(key)).InForce!.ReviewState);

        async Task<AssessmentBrief> BriefAsync(Api by) =>
            (await by.GetAsync("/api/assessments?home=oak")).IsDone().As<AssessmentBrief[]>().Single(b => b.Key == key.ToString());
    }
}
