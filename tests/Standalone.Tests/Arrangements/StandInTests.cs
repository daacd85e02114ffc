using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Retention;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>Who acts with a power that is not their role's: a deputy on call, and the adult nominated by a worker outside any organisation.</summary>
public sealed class StandInTests
{
    private static readonly DateTimeOffset Evening = Hosting.RunningServer.Evening;

    [Fact]
    public async Task A_deputy_of_the_homes_manager_decides_as_one_and_a_senior_who_is_none_does_not()
    {
        await using var house = await OakHouse.OpenAsync(Evening);
        var id = await house.RequestedAsync(p =>
            p with
            {
                Place = new("The woods", Setting.Outdoors, Secluded: true, Exposure: Exposure.Isolated),
            }
        );
        var dara = Staff("dara", Oak, Role.SeniorManager);
        (await house.Administrator.PutAsync("/api/people/dara", dara)).IsDone();
        var allow = new ArrangementCommand.DecideOverride("G-19", true, "They go where nobody passes", "It is where her dog is buried");
        (await house.As(dara).DoAsync(id, "overrides", allow)).IsRefused(HttpStatusCode.Forbidden, "L-06");

        var home = (await house.Administrator.GetAsync("/api/homes/oak")).IsDone();
        var levels = home.As<Home>().OnCall.Levels.SetItem(1, new(Role.HomesManager, [new(Harriet.Id, false, []), new(dara.Id, true, [])]));
        (await house.Administrator.PutAsync("/api/homes/oak", home.As<Home>() with { OnCall = new(levels) }, home.ETag)).IsDone();

        (await house.As(dara).GetAsync("/api/concerns?home=oak")).IsDone();
        (await house.As(dara).DoAsync(id, "overrides", allow)).IsDone();
        Assert.Equal(dara.Id, Assert.Single((await house.HomesManager.SeeAsync(id)).Overrides).By);
        var child = (await house.As(dara).GetAsync("/api/children/cleo")).IsDone();
        var hold = new HoldReason("An inquiry asks for everything");
        (await house.As(dara).PostAsync("/api/children/cleo/legal-hold", hold, ifMatch: child.ETag)).IsDone();
    }

    [Fact]
    public async Task The_nominated_adult_of_an_independent_worker_agrees_approves_and_answers()
    {
        await using var house = await OakHouse.OpenAsync(Evening);
        var nora = Somebody("nora", Role.PlacingAuthority);
        var tutor = Worker("tom", Oak) with { Engagement = new Engagement.Independent(nora.Id) };
        foreach (var person in new[] { nora, tutor })
            (await house.Administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone();
        var adult = house.As(nora);
        foreach (var key in new[] { AssessmentKey.ForWorker(tutor.Id), AssessmentKey.ForPair(Cleo.Id, tutor.Id) })
        {
            (await house.As(tutor).PutAsync($"/api/assessments/{key}/proposal", Assessed)).IsDone();
            var read = (await adult.GetAsync($"/api/assessments/{key}")).IsDone();
            (await adult.PostAsync($"/api/assessments/{key}/agreement", new { outcome = "permit" }, ifMatch: read.ETag)).IsDone();
        }

        await house.As(tutor).ReadAboutAsync(Cleo);
        var id = await house.RequestedAsync(p => p with { Worker = tutor.Id, Safeguards = [new("The door stays open", tutor.Id, true)] });
        await OakHouse.ApproveAsync(id, adult);
        await OakHouse.ApproveAsync(id, house.Parent);
        (await house.Colleague.DoAsync(id, "notice", new { (await house.Colleague.SeeAsync(id)).Digest })).IsDone();
        await house.Server.PassAsync(TimeSpan.FromHours(2));
        (await house.As(tutor).DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsDone();
        (await house.As(tutor).DoAsync(id, "help")).IsDone();

        Assert.Contains("escalations/helpNow/acknowledgement", (await adult.SeeAsync(id)).MayDo);
        (await adult.DoAsync(id, "escalations/helpNow/acknowledgement")).IsDone();
        var safe = new { outcome = "workerReachedSessionEnded", note = "I went there; both are well" };
        (await house.Colleague.DoAsync(id, "escalations/helpNow/outcome", safe)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await adult.DoAsync(id, "escalations/helpNow/outcome", safe)).IsDone();
    }
}
