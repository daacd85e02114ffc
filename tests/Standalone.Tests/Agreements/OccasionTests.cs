using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Open point 2c: within an agreement an occasion begins approved, outside it is an ordinary request.</summary>
public sealed class OccasionTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Within_the_agreement_it_begins_approved_with_the_approvals_of_the_agreement()
    {
        var agreement = await house.AgreedAsync();
        var planned = (await house.Worker.PlanAsync(agreement, house.Tomorrow())).Is(HttpStatusCode.Created);
        var brief = planned.As<ArrangementBrief>();
        Assert.Equal(("approved", agreement), (brief.Phase, brief.Under?.Value));
        Assert.Equal($"/api/arrangements/{brief.Id}", planned.Location!.OriginalString);

        var (seen, agreed) = (await house.Parent.SeeAsync(brief.Id.Value), await house.Parent.SeeAsync(agreement));
        Assert.Equal(agreed.Approvals.AsEnumerable(), seen.Approvals);
        Assert.All(seen.Approvals, approval => Assert.Equal(agreed.Digest, approval.Digest));
        Assert.NotEqual(agreed.Digest, seen.Digest);
    }

    public static TheoryData<string> OutsideOf =>
        ["start", "length", "place.setting", "place.secluded", "worker", "purpose", "changedSinceAgreed"];

    [Theory]
    [MemberData(nameof(OutsideOf))]
    public async Task Outside_it_is_refused_with_what_is_outside_and_the_way_to_an_ordinary_request(string field)
    {
        var agreement = await house.AgreedAsync();
        var asked = house.Tomorrow();
        var refused = await house.Worker.PlanAsync(
            agreement,
            field switch
            {
                "start" => asked with { Start = house.Noon().AddHours(-5) },
                "length" => asked with { Length = TimeSpan.FromMinutes(91) },
                "place.setting" => Elsewhere(asked),
                "place.secluded" => asked with { Place = new("Lounge", Secluded: true) },
                "worker" => asked with { Worker = Colin.Id },
                "purpose" => asked with { Purpose = Purpose.Travel },
                _ => asked with { ChangedSinceAgreed = true },
            }
        );
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
        Assert.Contains(field, refused.Fields);
        Assert.Contains("ordinary request", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_another_place_nothing_is_taken_over_from_the_agreements_own()
    {
        var agreement = await house.AgreedAsync(p =>
            p with
            {
                Standing = p.Standing! with { Settings = [Setting.SharedRoom, Setting.PublicPlace] },
            }
        );
        var asked = Elsewhere(house.Tomorrow());
        var silent = await house.Worker.PlanAsync(agreement, house.Tomorrow() with { Place = new("Café", Setting.PublicPlace) });
        silent.Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("place.secluded, place.exposure, presence, safeguards", string.Join(", ", silent.Fields));

        var alone = await house.Worker.PlanAsync(agreement, asked with { Place = asked.Place! with { Exposure = Exposure.Unsupervised } });
        alone.IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
        Assert.Contains("place.exposure", alone.Fields);

        var planned = (await house.Worker.PlanAsync(agreement, asked)).IsDone().As<ArrangementBrief>();
        var plan = (await house.Worker.SeeAsync(planned.Id.Value)).Plan;
        Assert.Equal("Colin sits at the next table", Assert.IsType<Presence.CloseBy>(plan.Presence).Reason);
        Assert.Equal("They sit by the window", Assert.Single(plan.Safeguards).What);
    }

    private static OccasionAsked Elsewhere(OccasionAsked asked) =>
        asked with
        {
            Place = new("Café", Setting.PublicPlace, Secluded: false, Exposure.Supervised),
            Presence = new Presence.CloseBy(Colin.Id, "Colin sits at the next table"),
            Safeguards = [new("They sit by the window", Wendy.Id, Required: true)],
        };

    [Fact]
    public async Task Only_staff_who_may_see_the_agreement_plan_under_it_and_never_who_approved_it()
    {
        var agreement = await house.AgreedAsync();
        (await house.Parent.PlanAsync(agreement, house.Tomorrow())).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.PlanAsync(agreement, house.Tomorrow())).Is(HttpStatusCode.NotFound);
        (await house.HomesManager.PlanAsync(agreement, house.Tomorrow())).IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
        (await house.Worker.PlanAsync("no-such", house.Tomorrow())).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_key_plans_it_once()
    {
        var agreement = await house.AgreedAsync();
        var asked = house.Tomorrow();
        var first = (await house.Worker.DoAsync(agreement, "occasions", asked, "monday")).Is(HttpStatusCode.Created);
        var again = (await house.Worker.DoAsync(agreement, "occasions", asked, "monday")).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public async Task An_ordinary_plan_is_no_agreement_and_names_none()
    {
        var id = await house.ApprovedAsync();
        (await house.Worker.PlanAsync(id, house.Tomorrow())).IsRefused(HttpStatusCode.UnprocessableEntity, "agreement");
        (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Under = new(id) })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "agreement"
        );
    }

    [Fact]
    public async Task When_the_agreement_is_taken_back_its_occasions_need_approvals_of_their_own_at_once()
    {
        var agreement = await house.AgreedAsync();
        var occasion = await house.PlannedAsync(agreement);
        (await house.Colleague.DoAsync(agreement, "withdrawal", new { reason = "She does not want it any more" })).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);

        var voided = await house.Worker.SeeAsync(occasion);
        Assert.Equal("awaitingApproval", voided.Phase);
        Assert.Empty(voided.Approvals);
        await OakHouse.ApproveAsync(occasion, house.HomesManager);
        await OakHouse.ApproveAsync(occasion, house.Parent);
        Assert.Equal("approved", (await house.Worker.SeeAsync(occasion)).Phase);
    }

    [Fact]
    public async Task A_parent_who_refuses_the_agreement_stops_the_occasion_also_at_the_moment_of_its_start()
    {
        var agreement = await house.AgreedAsync();
        var occasion = await house.PlannedAsync(agreement);
        var seen = await house.Colleague.SeeAsync(occasion);
        (await house.Colleague.DoAsync(occasion, "notice", new { seen.Digest })).IsDone();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        var agreed = await house.Parent.SeeAsync(agreement);
        (await house.Parent.DoAsync(agreement, "refusals", new { agreed.Digest, reason = "No longer" })).IsDone();
        (await house.Worker.DoAsync(occasion, "start", new ArrangementCommand.Start(new([0])))).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("suspended", (await house.Worker.SeeAsync(occasion)).Phase);

        // The child may be with the worker all the same: a colleague says that it did not take place.
        await house.Server.PassAsync(TimeSpan.FromMinutes(31));
        (
            await house.Senior.DoAsync(
                occasion,
                "escalations/notStarted/outcome",
                new { outcome = "didNotTakePlace", note = "She is here" }
            )
        ).IsDone();
    }

    [Fact]
    public async Task A_change_that_leaves_the_agreement_is_approved_like_any_other_and_one_within_it_is_not_asked_about()
    {
        var occasion = await house.PlannedAsync(await house.AgreedAsync());
        var seen = (await house.Worker.GetAsync($"/api/arrangements/{occasion}")).IsDone();
        var plan = seen.As<ArrangementView>().Plan;
        var moved = await house.Worker.PutAsync(
            $"/api/arrangements/{occasion}/plan",
            plan with
            {
                Start = plan.Start.AddHours(3),
            },
            seen.ETag
        );
        Assert.Equal("approved", moved.IsDone().As<ArrangementBrief>().Phase);
        var late = await house.Worker.PutAsync(
            $"/api/arrangements/{occasion}/plan",
            plan with
            {
                Start = plan.Start.AddHours(10),
            },
            moved.ETag
        );
        Assert.Equal("awaitingApproval", late.IsDone().As<ArrangementBrief>().Phase);
    }
}
