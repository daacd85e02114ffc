using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G10Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Nothing_is_agreed_that_does_not_say_how_the_worker_might_be_accused_without_cause()
    {
        var key = AssessmentKey.ForWorker(Colin.Id);

        var refused = await house.TryAgreeAsync(key, Assessed with { RiskToWorker = " " });

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-10");
        Assert.Contains("content.riskToWorker", refused.Fields);
        (await house.TryAgreeAsync(key, Assessed)).IsDone();
        Assert.Equal(Assessed.RiskToWorker, (await house.Worker.ReadAsync(key)).InForce!.Content.RiskToWorker);
    }

    [Fact]
    public async Task An_agreed_content_is_never_rewritten_what_follows_is_another_version()
    {
        var key = await house.NewChildAsync();
        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();
        var first = (await house.HomesManager.ReadAsync(key)).InForce!;

        (await house.TryAgreeAsync(key, AssessedChild with { RiskToWorker = "She has since told a teacher what did not happen" })).IsDone();

        var now = await house.HomesManager.ReadAsync(key);
        Assert.Equal(2, now.InForce!.ContentVersion);
        var kept = Assert.Single(now.Earlier);
        Assert.Equal(
            (1, first.Content.RiskToWorker, first.AgreedAt, first.AgreedBy, first.WrittenBy),
            (kept.ContentVersion, kept.Content.RiskToWorker, kept.AgreedAt, kept.AgreedBy, kept.WrittenBy)
        );
    }
}
