using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Open point 2c: one of the workers whom an agreement names may take its occasions no more; the others still may.</summary>
[Trait("Store", "Own")]
public sealed class NamedWorkersTests
{
    public static TheoryData<string, string> Gone =>
        new()
        {
            { "barred", "worker" },
            { "left", "worker" },
            { "assessment", "L-17" },
        };

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task The_agreement_says_so_and_stands_their_occasions_end_and_no_new_one_is_planned(string how, string finding)
    {
        await using var house = new OakHouse();
        await house.InitializeAsync();
        await house.AssessAsync(AssessmentKey.ForWorker(Colin.Id), Assessed);
        await house.AssessAsync(AssessmentKey.ForPair(Cleo.Id, Colin.Id), Assessed);
        var agreement = await house.AgreedAsync(Either);
        Assert.All((await house.Senior.SeeAsync(agreement)).Workers!.Value, w => Assert.True(w.MayTakeOccasions));
        Assert.Null((await house.Parent.SeeAsync(agreement)).Workers);
        var asked = house.Tomorrow() with { Inform = [Sam.Id] };
        var (wendys, colins) = (await PlannedAsync(house, agreement, asked), await PlannedAsync(house, agreement, OfColin(asked)));

        await GoesAsync(house, how);
        await house.Server.PassAsync(TimeSpan.Zero);

        var seen = await house.HomesManager.SeeAsync(agreement);
        Assert.Equal(("inForce", 2), (seen.Phase, seen.Approvals.Length));
        Assert.Equal([(Wendy.Id, true), (Colin.Id, false)], seen.Workers!.Value.Select(w => (w.Worker, w.MayTakeOccasions)));
        Assert.Contains(finding, seen.Workers.Value[1].Because.Select(f => f.Id));
        // Who is barred is not for every colleague to read.
        var said = (await house.Senior.SeeAsync(agreement)).Workers!.Value[1];
        Assert.False(said.MayTakeOccasions);
        Assert.DoesNotContain("worker", said.Because.Select(f => f.Id));

        Assert.Equal("endedByReview", (await house.HomesManager.SeeAsync(colins)).Phase);
        Assert.Equal("approved", (await house.HomesManager.SeeAsync(wendys)).Phase);
        (await house.Worker.PlanAsync(agreement, OfColin(asked))).IsRefused(HttpStatusCode.UnprocessableEntity, finding);
        (await house.Worker.PlanAsync(agreement, asked with { Start = house.Noon().AddHours(4) })).IsDone();
    }

    private static OccasionAsked OfColin(OccasionAsked asked) => asked with { Worker = Colin.Id, Start = asked.Start!.Value.AddHours(2) };

    private static Plan Either(Plan plan) =>
        plan with
        {
            Presence = new Presence.NotNeeded(Sam.Id, "The lounge is overlooked from the kitchen"),
            Contact = new(ContactMethod.WorkPhone, Sam.Id),
            Inform = [Sam.Id],
            Standing = plan.Standing! with { AlsoWorkers = [Colin.Id] },
        };

    private static async Task<string> PlannedAsync(OakHouse house, string agreement, OccasionAsked asked) =>
        (await house.Worker.PlanAsync(agreement, asked)).IsDone().As<ArrangementBrief>().Id.Value;

    private static async Task GoesAsync(OakHouse house, string how)
    {
        switch (how)
        {
            case "barred":
                var child = (await house.Administrator.GetAsync("/api/children/cleo")).IsDone();
                var barred = child.As<Child>() with { Barred = [new(Colin.Id, "An allegation is looked into", house.Now)] };
                (await house.Administrator.PutAsync("/api/children/cleo", barred, child.ETag)).IsDone();
                break;
            case "left":
                var person = (await house.Administrator.GetAsync("/api/people/colin")).IsDone();
                var left = person.As<Person>() with { LeftOn = DateOnly.FromDateTime(house.Now.UtcDateTime) };
                (await house.Administrator.PutAsync("/api/people/colin", left, person.ETag)).IsDone();
                break;
            default:
                var end = new ReviewMade(ReviewResult.End, "They have fallen out");
                var pair = AssessmentKey.ForPair(Cleo.Id, Colin.Id);
                (await house.HomesManager.PostAsync($"/api/assessments/{pair}/reviews", end)).IsDone();
                break;
        }
    }
}
