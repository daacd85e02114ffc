using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Fairness;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-28: who gets how much time with whom is shown to managers, also the children who get little.</summary>
[Trait("Store", "Own")]
public sealed class L28Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Dispositions = "/api/fairness/dispositions";
    private const string Report = "/api/fairness?home=oak&from=2026-03-01&to=2026-03-07";

    private static readonly Child Dot = Cleo with { Id = new("dot"), Reference = "OAK-2" };

    [Fact]
    public async Task Time_is_shown_against_what_is_allocated_with_what_a_manager_made_of_it()
    {
        await PrepareAsync();
        var empty = await ReadAsync(house.Senior);
        Assert.Equal(FairnessWords.TooFew, Assert.Single(empty.Pairs).Words);
        Assert.Equal(["cleo", "dot"], empty.Children.Select(c => c.Child.Value));

        await house.ClosedAsync();
        var last = await house.ClosedAsync();
        var seen = await ReadAsync(house.Senior);

        var pair = Assert.Single(seen.Pairs);
        Assert.Equal((Wendy.Id, Cleo.Id, 2), (pair.Worker, pair.Child, pair.Sessions));
        Assert.NotNull(pair.Allocated);
        var late = Assert.Single(pair.Patterns, p => p.Pattern == FairnessPattern.LateHours);
        Assert.Equal((2, null), (late.Times, late.Disposition));
        Assert.Equal(Dot.Id, seen.Children[0].Child);
        Assert.Equal(FairnessPattern.LittleTime, Assert.Single(seen.Children[0].Patterns).Pattern);
        Assert.Empty(seen.Children[1].Patterns);

        (await house.HomesManager.PostAsync(Dispositions, Said("wendy", "It fits around her training"), key: "look-1")).Is(
            HttpStatusCode.Created
        );
        (await house.HomesManager.PostAsync(Dispositions, Said("wendy", "It fits around her training"), key: "look-1")).IsDone();
        late = Assert.Single(Assert.Single((await ReadAsync(house.Senior)).Pairs).Patterns, p => p.Pattern == FairnessPattern.LateHours);
        Assert.Equal(("It fits around her training", Harriet.Id), (late.Disposition?.Note, late.Disposition?.By));
        Assert.Equal(last, await PlanningAsync(last));
    }

    [Fact]
    public async Task Only_managers_of_the_home_see_it_and_nobody_disposes_of_what_is_about_themselves()
    {
        (await house.Worker.GetAsync(Report)).Is(HttpStatusCode.Forbidden);
        (await house.Parent.GetAsync(Report)).Is(HttpStatusCode.Forbidden);
        (await house.Inspector.GetAsync(Report)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.GetAsync(Report)).Is(HttpStatusCode.NotFound);
        (await house.Senior.GetAsync("/api/fairness?home=oak&from=2026-03-07&to=2026-03-01")).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "period"
        );

        var mona = Staff("mona", Oak, Role.SeniorManager, Role.Worker) with { Engagement = new Engagement.Employed() };
        (await house.Administrator.PutAsync("/api/people/mona", mona)).IsDone();
        (await house.As(mona).PostAsync(Dispositions, Said("mona", "There is a good reason"))).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Worker.PostAsync(Dispositions, Said("colin", "There is a good reason"))).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.PostAsync(Dispositions, Said("wendy", "There is a good reason"))).Is(HttpStatusCode.NotFound);
        (await house.Senior.PostAsync(Dispositions, Said("wendy", " "))).IsRefused(HttpStatusCode.UnprocessableEntity, "L-28");
        (await house.Senior.PostAsync(Dispositions, Said(null, "There is a good reason"))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-28"
        );
    }

    /// <summary>Who manages sees the time so far where they plan; who does not, does not.</summary>
    private async Task<string> PlanningAsync(string id)
    {
        var shown = (await house.HomesManager.SeeAsync(id)).TimeSoFar!;
        Assert.Equal((2, 2), (shown.PairSessions, shown.ChildSessions));
        Assert.Null((await house.Colleague.SeeAsync(id)).TimeSoFar);
        Assert.Null((await house.Parent.SeeAsync(id)).TimeSoFar);
        var plan = new { plan = house.Keywork };
        var told = (await house.Senior.PostAsync("/api/policy/explain", plan)).IsDone().Json.GetProperty("timeSoFar");
        Assert.Equal(2, told.GetProperty("childSessions").GetInt32());
        Assert.DoesNotContain("allocations", (await house.Worker.GetAsync("/api/homes/oak")).IsDone().Text, StringComparison.Ordinal);
        return id;
    }

    private async Task PrepareAsync()
    {
        var read = (await house.ServiceManager.GetAsync("/api/policy")).IsDone();
        var policy = read.As<Policy>() with { FairnessMinimumSessions = 2, FairnessRepeatedly = 2, LateFrom = new(19, 0) };
        (await house.ServiceManager.PutAsync("/api/policy", policy, read.ETag)).IsDone();
        var home = (await house.Administrator.GetAsync("/api/homes/oak")).IsDone();
        var allocated = home.As<Home>() with { Allocations = [new(Wendy.Id, Cleo.Id, AllocationKind.KeyWorker, 3)] };
        (await house.Administrator.PutAsync("/api/homes/oak", allocated, home.ETag)).IsDone();
        (await house.Administrator.PutAsync("/api/children/dot", Dot)).IsDone();
    }

    private static async Task<FairnessReport> ReadAsync(Api by) => (await by.GetAsync(Report)).IsDone().As<FairnessReport>();

    private static object Said(string? worker, string note) =>
        new
        {
            home = "oak",
            worker,
            child = "cleo",
            pattern = "lateHours",
            what = "explained",
            note,
        };
}
