using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L14Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task The_first_agreed_assessment_is_the_one_before_admission_and_the_next_is_not()
    {
        var key = await house.NewChildAsync(c => c with { AdmittedOn = new(2026, 3, 8) });
        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();
        (await house.TryAgreeAsync(key, AssessedChild with { Precautions = "The same, and a bell in the garden room" })).IsDone();

        var seen = await house.Inspector.ReadAsync(key);

        Assert.Equal((AssessmentStage.Review, false), (seen.InForce!.Stage, seen.InForce.Late));
        Assert.Equal([(AssessmentStage.PreAdmission, false)], seen.Earlier.Select(v => (v.Stage!.Value, v.Late)));
    }

    [Fact]
    public async Task It_is_complete_or_nobody_agrees_it_not_even_a_service_manager()
    {
        var key = await house.NewChildAsync();

        var refused = await house.TryAgreeAsync(key, Assessed, by: house.ServiceManager);

        foreach (var id in new[] { "L-04", "L-09", "L-10", "L-11", "L-12", "L-13", "L-15" })
            refused.IsRefused(HttpStatusCode.UnprocessableEntity, id);
    }

    [Fact]
    public async Task Nothing_is_arranged_before_it()
    {
        var key = await house.NewChildAsync();
        var plan = house.Keywork with { Child = key.Child!.Value };
        (await house.TryAgreeAsync(AssessmentKey.ForPair(plan.Child, Wendy.Id), Assessed)).IsDone();

        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-14");
        var start = new Service.Arrangements.UnplannedStart(plan with { Length = TimeSpan.FromMinutes(20) }, Colin.Id);
        (await house.Worker.PostAsync("/api/arrangements/unplanned", start)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-14");

        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();
        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsDone();
    }

    [Fact]
    public async Task After_admission_it_is_late_which_is_kept_and_listed()
    {
        var (late, never, ahead) = (
            await house.NewChildAsync(c => c with { AdmittedOn = new(2026, 2, 20) }),
            await house.NewChildAsync(c => c with { AdmittedOn = new(2026, 2, 21) }),
            await house.NewChildAsync(c => c with { AdmittedOn = new(2026, 4, 1) })
        );
        (await house.TryAgreeAsync(late, AssessedChild)).IsDone();

        Assert.True((await house.Inspector.ReadAsync(late)).InForce!.Late);
        var listed = (await house.Inspector.GetAsync("/api/assessments?home=oak&state=late")).IsDone().As<AssessmentBrief[]>();
        Assert.Equal([Lapse.Late], listed.Single(brief => brief.Key == late.ToString()).States.ToArray());
        Assert.Equal([Lapse.Unfinished, Lapse.Late], listed.Single(brief => brief.Key == never.ToString()).States.ToArray());
        Assert.DoesNotContain(listed, brief => brief.Key == ahead.ToString());
    }

    [Fact]
    public async Task Without_a_day_of_admission_nobody_can_say_whether_it_is_late_so_nobody_agrees_it()
    {
        var key = await house.NewChildAsync(c => c with { AdmittedOn = null });

        var refused = await house.TryAgreeAsync(key, AssessedChild);

        Assert.Equal("admittedOn", Assert.Single(refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-14").Fields));
    }
}
