using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G09Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("as usual, as usual, as usual")]
    public async Task Nothing_is_agreed_that_does_not_say_how_trust_in_the_worker_might_harm_the_child(string risk)
    {
        var refused = await house.TryAgreeAsync(AssessmentKey.ForWorker(Colin.Id), Assessed with { RiskToChild = risk });

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-09");
        Assert.Contains("content.riskToChild", refused.Fields);
        Assert.Null((await house.HomesManager.ReadAsync(AssessmentKey.ForWorker(Colin.Id))).InForce);
    }

    [Fact]
    public async Task What_it_says_is_kept_and_read_by_the_managers()
    {
        var key = await house.NewChildAsync();

        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();

        Assert.Equal(Assessed.RiskToChild, (await house.HomesManager.ReadAsync(key)).InForce!.Content.RiskToChild);
    }
}
