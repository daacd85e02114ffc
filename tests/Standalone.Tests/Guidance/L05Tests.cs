using System.Net;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-05: every decision keeps what the decider was shown when they used their judgement.</summary>
public sealed class L05Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_05_each_decision_shows_what_was_shown_then_whatever_changed_since()
    {
        var id = await DepartingAsync();
        var shown = await house.HomesManager.SeeAsync(id);
        (await house.HomesManager.DoAsync(id, "overrides", Allow)).IsDone();
        await OakHouse.ApproveAsync(id, house.Senior);
        var read = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var later = shown.Plan with { Need = "Something else altogether, which nobody had been shown by then" };
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", later, read.ETag)).IsDone();

        var why = (await house.Inspector.GetAsync($"/api/arrangements/{id}/why")).IsDone().Json;

        var decisions = why.GetProperty("decisions").EnumerateArray().ToArray();
        Assert.Equal(["harriet", "sam"], decisions.Select(d => d.GetProperty("by").GetString()));
        Assert.Equal(["homesManager", "seniorManager"], decisions.Select(d => d.GetProperty("as").GetString()));
        Assert.All(
            decisions,
            d => Assert.Equal(shown.Plan.Need, d.GetProperty("shown").GetProperty("plan").GetProperty("need").GetString())
        );
        Assert.Equal(Allow.Reasons, decisions[0].GetProperty("departure").GetProperty("reasons").GetString());
        Assert.True(decisions[1].GetProperty("shown").GetProperty("digestMatches").GetBoolean());
        Assert.True(decisions[1].GetProperty("approval").GetProperty("reasonClear").GetBoolean());
    }

    [Fact]
    public async Task L_05_every_rule_says_what_it_answered_by_the_registers_of_that_moment()
    {
        var id = await DepartingAsync();
        await ChangeAsync(wendy => wendy with { Roles = [Role.Worker, Role.SeniorManager] });

        var asked = (await house.Senior.GetAsync($"/api/arrangements/{id}/why")).IsDone().Json.GetProperty("judgements")[0];

        Assert.Empty(asked.GetProperty("missing").EnumerateArray());
        var rules = asked.GetProperty("rules").EnumerateArray().ToArray();
        Assert.True(rules.Length >= 20, $"only {rules.Length} rules");
        Assert.Equal(["L-18"], rules.Where(r => !r.GetProperty("met").GetBoolean()).Select(r => r.GetProperty("id").GetString()));
        Assert.All(rules, r => Assert.False(r.GetProperty("younger").GetBoolean()));
        var ofDuty = rules.Where(r => r.GetProperty("id").GetString()![1] == '-').ToArray();
        Assert.All(ofDuty, r => Assert.False(string.IsNullOrEmpty(r.GetProperty("asks").GetString())));
        Assert.Contains("person.wendy", asked.GetProperty("versions").EnumerateObject().Select(v => v.Name));
        await ChangeAsync(wendy => wendy with { Roles = Wendy.Roles });
    }

    [Fact]
    public async Task L_05_the_start_says_what_was_answered_and_who_knew()
    {
        var id = await house.StartedAsync();

        var why = (await house.HomesManager.GetAsync($"/api/arrangements/{id}/why")).IsDone().Json;

        var start = why.GetProperty("start");
        Assert.Equal("colin", start.GetProperty("told")[0].GetProperty("person").GetString());
        Assert.Equal(0, start.GetProperty("answers").GetProperty("safeguardsConfirmed")[0].GetInt32());
        Assert.Equal(["requested", "started"], why.GetProperty("judgements").EnumerateArray().Select(j => j.GetProperty("of").GetString()));
        Assert.All(why.GetProperty("judgements").EnumerateArray().ToArray(), AllMet);
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }

    [Fact]
    public async Task L_05_it_is_for_managers_and_inspectors_and_not_for_the_worker_or_the_family()
    {
        var id = await house.RequestedAsync();

        foreach (var may in new[] { house.HomesManager, house.ServiceManager, house.Senior, house.Inspector })
            (await may.GetAsync($"/api/arrangements/{id}/why")).IsDone();
        foreach (var other in new[] { house.Worker, house.Colleague, house.Parent })
            (await other.GetAsync($"/api/arrangements/{id}/why")).Is(HttpStatusCode.Forbidden);
        foreach (var stranger in new[] { house.Stranger, house.Administrator })
            (await stranger.GetAsync($"/api/arrangements/{id}/why")).Is(HttpStatusCode.NotFound);
        (await house.Inspector.GetAsync($"/api/arrangements/{id}/why?format=csv")).Is(HttpStatusCode.BadRequest);
        var page = (await house.Inspector.GetAsync($"/api/arrangements/{id}/why?format=page")).IsDone().Text;
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("G-16", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_05_what_an_approver_was_shown_can_be_read_after_it_was_changed()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.Parent);
        var given = await house.HomesManager.SeeAsync(id);
        var approval = Assert.Single(given.Approvals);
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        var moved = given.Plan with
        {
            Place = given.Plan.Place with { Name = "Library" },
            Need = "Something else entirely that needs time",
        };
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", moved, $"\"rev-{given.Revision}\"")).IsDone();
        Assert.Equal("Library", (await house.HomesManager.SeeAsync(id)).Plan.Place.Name);

        var then = await house.HomesManager.GetAsync($"/api/arrangements/{id}?at={Uri.EscapeDataString(approval.At.ToString("O"))}");

        var shown = then.IsDone().As<ArrangementView>();
        Assert.Equal("Lounge", shown.Plan.Place.Name);
        Assert.Equal(approval.Digest, shown.Digest);
        Assert.NotEqual(approval.Digest, (await house.HomesManager.SeeAsync(id)).Digest);
    }

    [Fact]
    public async Task L_05_nobody_approves_what_they_were_not_shown()
    {
        var id = await house.RequestedAsync();

        (await house.Parent.DoAsync(id, "approvals", new { digest = new string('0', 64), reasonClear = true })).IsRefused(
            HttpStatusCode.Conflict,
            "digest"
        );
    }

    private static ArrangementCommand.DecideOverride Allow => new("L-18", true, "Her bedroom", "Her collection is on its wall");

    private Task<string> DepartingAsync() =>
        house.RequestedAsync(plan =>
            plan with
            {
                Place = plan.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = "open throughout" },
            }
        );

    private async Task ChangeAsync(Func<Person, Person> change)
    {
        var read = (await house.Administrator.GetAsync("/api/people/wendy")).IsDone();
        (await house.Administrator.PutAsync("/api/people/wendy", change(read.As<Person>()), read.ETag)).IsDone();
    }

    private static void AllMet(JsonElement judgement) =>
        Assert.All(judgement.GetProperty("rules").EnumerateArray().ToArray(), rule => Assert.True(rule.GetProperty("met").GetBoolean()));
}
