using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-01: the organisation has a policy, and each arrangement keeps the version it was judged under.</summary>
[Trait("Store", "Own")]
public sealed class G01Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string All = "/api/arrangements";

    [Fact]
    public async Task Until_a_policy_is_set_nobody_can_ask_or_start_and_the_answer_says_what_to_do()
    {
        await using var bare = await OakHouse.OpenWithoutPolicyAsync();
        var proposed = (await bare.Worker.GetAsync("/api/policy")).IsDone();
        Assert.False(proposed.Json.GetProperty("adopted").GetBoolean());

        foreach (var staff in new[] { bare.Colleague, bare.Senior, bare.HomesManager, bare.ServiceManager })
            (await staff.PostAsync(All, bare.Keywork)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-01");
        var administrator = bare.As("sunil", Domain.People.Role.ServiceManager, Domain.People.Role.Administrator);
        var refused = (await administrator.PostAsync(All, bare.Keywork)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-01");
        Assert.Contains("PUT /api/policy", refused.Text, StringComparison.Ordinal);
        var talk = bare.Keywork with { Purpose = Purpose.Talk, Length = TimeSpan.FromMinutes(20) };
        (await bare.Worker.PostAsync($"{All}/unplanned", new UnplannedStart(talk, Colin.Id))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-01"
        );

        (await bare.HomesManager.PutAsync("/api/policy", "{}")).Is(HttpStatusCode.Forbidden);
        var adopted = (await bare.ServiceManager.PutAsync("/api/policy", "{}")).IsDone();

        Assert.False(adopted.Json.TryGetProperty("adopted", out _));
        var asked = await bare.Colleague.SeeAsync(await bare.RequestedAsync());
        Assert.Equal(adopted.As<Policy>().Version, asked.PolicyVersion);
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_and_says_the_same_under_the_next_version()
    {
        var read = (await house.Worker.GetAsync("/api/policy")).IsDone();
        var again = (await house.ServiceManager.PutAsync("/api/policy", read.Text, read.ETag)).IsDone();

        var version = read.As<Policy>().Version;
        Assert.Equal(read.Text.Replace($"\"version\":{version}", $"\"version\":{version + 1}", StringComparison.Ordinal), again.Text);
    }

    [Fact]
    public async Task A_new_version_holds_for_what_is_asked_from_then_on_and_never_rewrites_the_past()
    {
        var before = (await house.ServiceManager.GetAsync("/api/policy")).IsDone();
        var first = before.As<Policy>();
        Plan Short(Plan plan) => plan with { Need = "Plan what she says at her review", Start = plan.Start.AddHours(9) };
        var id = await house.RequestedAsync(Short);

        var stricter = first with { MinimumNeedLength = 60 };
        var set = (await house.ServiceManager.PutAsync("/api/policy", stricter, before.ETag)).IsDone();
        var seen = await house.Colleague.SeeAsync(id);
        Assert.Equal(first.Version, seen.PolicyVersion);
        var shorter = seen.Plan with { Length = TimeSpan.FromMinutes(45) };
        (await house.Colleague.PutAsync($"{All}/{id}/plan", shorter, Revision.ETag(seen.Revision))).IsDone();
        Assert.Equal(first.Version, (await house.Colleague.SeeAsync(id)).PolicyVersion);
        (await house.Colleague.PostAsync(All, Short(house.Keywork))).IsRefused(HttpStatusCode.UnprocessableEntity, "G-03");
        var old = (await house.Colleague.GetAsync($"/api/policy/versions/{first.Version}")).IsDone();
        Assert.Equal(before.Text, old.Text);

        (await house.ServiceManager.PutAsync("/api/policy", first, set.ETag)).IsDone();
        Assert.Equal(set.Text, (await house.Colleague.GetAsync($"/api/policy/versions/{first.Version + 1}")).Text);
    }

    [Fact]
    public async Task What_the_door_must_be_is_said_to_be_a_reading_of_the_organisations_own()
    {
        var described = (await house.Worker.GetAsync("/openapi/v1.json")).IsDone().Json;
        var door = described
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("Policy")
            .GetProperty("properties")
            .GetProperty("doorInterpretation");
        Assert.Contains("not the guidance's words", door.GetProperty("description").GetString(), StringComparison.Ordinal);

        var silent = house.Keywork with { Place = new("Her room", Setting.Bedroom, Secluded: false) };
        var refused = (await house.Colleague.PostAsync(All, silent)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-19");
        Assert.Contains("The guidance breaks off here; this organisation reads it as", refused.Text, StringComparison.Ordinal);
    }
}
