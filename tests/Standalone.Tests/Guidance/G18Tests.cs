using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G18Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Where_lone_working_is_part_of_the_role_the_role_is_assessed_agreed_and_in_date_before_any_session()
    {
        var driver = await house.NewWorkerAsync("dan", p => p with { LoneWorkingIntegral = true });
        foreach (var key in new[] { AssessmentKey.ForWorker(driver.Id), AssessmentKey.ForPair(Cleo.Id, driver.Id) })
            (await house.TryAgreeAsync(key, Assessed)).IsDone();
        var plan = house.Keywork with { Worker = driver.Id, Safeguards = [new("The door stays open", driver.Id, true)] };
        var role = AssessmentKey.ForRole(driver.Id);

        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-18");
        (await house.Colleague.PutAsync(role.Address() + "/proposal", Assessed)).IsDone();
        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-18");
        (await house.AgreeAsync(role, house.Administrator)).Is(HttpStatusCode.NotFound);
        (await house.AgreeAsync(role, house.HomesManager)).IsDone();
        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsDone();

        (
            await house.HomesManager.PostAsync(role.Address() + "/reviews", new ReviewMade(ReviewResult.Change, "The rounds have changed"))
        ).IsDone();
        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-16");
    }

    [Fact]
    public async Task Where_it_is_not_nobody_asks_for_one() => await house.RequestedAsync();
}
