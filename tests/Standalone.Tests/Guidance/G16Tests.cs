using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G16Tests
{
    private static readonly AssessmentKey Child = AssessmentKey.ForChild(Cleo.Id);

    [Fact]
    public async Task A_review_is_reminded_of_falls_due_blocks_suspends_is_chased_daily_and_its_result_is_kept()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var agreed = (await house.HomesManager.ReadAsync(Child)).InForce!;
        var due = agreed.ReviewDue!.Value;
        Assert.Equal(TimeSpan.FromDays(90), due - agreed.AgreedAt);

        // 14, 7 and 1 days before, of each part: the child's, the workers' and the pairs'.
        var all = (await house.Inspector.GetAsync("/api/assessments?home=oak")).IsDone().As<AssessmentBrief[]>();
        Assert.Contains(all, brief => brief is { Key: "pair.cleo~wendy", ContentVersion: 1 });
        var assessments = all.Count(brief => brief.ContentVersion is not null);
        var told = 0;
        foreach (var days in new[] { 14, 7, 1 })
        {
            await ToAsync(house, due.AddDays(-days).AddMinutes(-10));
            Assert.Equal(told, await RemindersAsync(house, Harriet));
            await ToAsync(house, due.AddDays(-days).AddMinutes(10));
            told += assessments;
            Assert.Equal(told, await RemindersAsync(house, Harriet));
        }
        Assert.Equal(0, await RemindersAsync(house, Sunil));
        var id = await house.ApprovedAsync(p => p with { Start = due.AddDays(3) });

        // It passes: what is new is refused, what was approved is suspended.
        await ToAsync(house, due.AddMinutes(10));
        (await house.Colleague.PostAsync("/api/arrangements", house.Keywork)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-16");
        Assert.Equal("suspended", (await house.Colleague.SeeAsync(id)).Phase);
        Assert.Contains(
            "child.cleo",
            (await house.Inspector.GetAsync("/api/assessments?home=oak&state=overdue")).IsDone().As<AssessmentBrief[]>().Select(b => b.Key)
        );

        // Once a day, the homes manager and now the service manager as well.
        for (var day = 1; day <= 2; day++)
        {
            var (homes, service) = (await RemindersAsync(house, Harriet), await RemindersAsync(house, Sunil));
            await ToAsync(house, due.AddDays(day).AddMinutes(10));
            Assert.True(await RemindersAsync(house, Harriet) > homes);
            Assert.True(await RemindersAsync(house, Sunil) > service);
        }

        // It continues: everything goes on, and nobody is reminded any more.
        foreach (var key in new[] { Child, AssessmentKey.ForWorker(Wendy.Id), AssessmentKey.ForPair(Cleo.Id, Wendy.Id) })
        {
            (await house.Senior.PostAsync(key.Address() + "/reviews", new ReviewMade(ReviewResult.Continue, ""))).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-16"
            );
            (await house.Administrator.PostAsync(key.Address() + "/reviews", Continues)).Is(HttpStatusCode.NotFound);
            (await house.Worker.PostAsync(key.Address() + "/reviews", Continues)).Is(HttpStatusCode.Forbidden);
            (await house.Senior.PostAsync(key.Address() + "/reviews", Continues)).IsDone();
        }
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("approved", (await house.Colleague.SeeAsync(id)).Phase);
        var before = await RemindersAsync(house, Harriet);
        await house.Server.PassAsync(TimeSpan.FromHours(20));
        Assert.Equal(before, await RemindersAsync(house, Harriet));
        (await house.Colleague.DoAsync(id, "withdrawal", new { reason = "Not needed after all" })).IsDone();
        var review = Assert.Single((await house.Inspector.ReadAsync(Child)).Reviews);
        Assert.Equal((Sam.Id, Role.SeniorManager, ReviewResult.Continue), (review.By, review.As, review.Result));
    }

    [Theory]
    [InlineData(ReviewResult.Change, "G-16")]
    [InlineData(ReviewResult.End, "L-17")]
    public async Task A_review_that_changes_or_ends_it_stops_it_at_once(ReviewResult result, string finding)
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);

        (await house.HomesManager.PostAsync(Child.Address() + "/reviews", new ReviewMade(result, "She has asked for two adults"))).IsDone();

        (await house.Colleague.PostAsync("/api/arrangements", house.Keywork)).IsRefused(HttpStatusCode.UnprocessableEntity, finding);
        Assert.Equal(result, Assert.Single((await house.Inspector.ReadAsync(Child)).Reviews).Result);
        (await house.TryAgreeAsync(Child, AssessedChild with { Precautions = "Two adults, or one and an open door" })).IsDone();
        await house.RequestedAsync();
    }

    private static ReviewMade Continues => new(ReviewResult.Continue, "Read again with the team; it fits");

    private static async Task ToAsync(OakHouse house, DateTimeOffset moment) =>
        await house.Server.Clock.PassToAsync(moment, CancellationToken.None);

    private static async Task<int> RemindersAsync(OakHouse house, Person person) =>
        (await MailedLink.MailsAsync(house, person)).Count(mail => mail.Subject.Contains("must be reviewed", StringComparison.Ordinal));
}
