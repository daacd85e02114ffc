using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G11Tests(OakHouse house) : IClassFixture<OakHouse>
{
    public static TheoryData<AssessmentContent> Lacking =>
        new(Assessed with { RiskToChild = "" }, Assessed with { RiskToWorker = "" }, Assessed with { Precautions = "" });

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Without_both_risks_and_the_precautions_nobody_agrees_it(AssessmentContent lacking)
    {
        var key = AssessmentKey.ForWorker(Colin.Id);
        (await house.TryAgreeAsync(key, lacking)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-11");
        (await house.TryAgreeAsync(key, lacking, by: house.ServiceManager)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-11");
        (await house.TryAgreeAsync(key, lacking, by: house.Administrator)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_all_three_it_is_agreed_and_a_pair_may_have_nothing_particular()
    {
        var dora = await house.NewWorkerAsync("dora");
        (await house.TryAgreeAsync(AssessmentKey.ForWorker(dora.Id), Assessed)).IsDone();
        var nothing = new AssessmentContent("", "", "") { NothingParticularFound = true };
        (await house.TryAgreeAsync(AssessmentKey.ForPair(Cleo.Id, dora.Id), nothing)).IsDone();
    }

    [Fact]
    public async Task Only_a_pair_may_have_nothing_particular()
    {
        var refused = await house.Colleague.PutAsync(
            AssessmentKey.ForWorker(Colin.Id).Address() + "/proposal",
            new AssessmentContent("", "", "") { NothingParticularFound = true }
        );
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-15");
    }
}
