using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>A plan, or a policy, can be tried without asking for anything.</summary>
[Trait("Store", "Own")]
public sealed class ExplainTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Explain = "/api/policy/explain";

    [Fact]
    public async Task A_plan_that_nothing_stands_against_is_told_what_it_would_need_and_nothing_is_stored()
    {
        var before = await StoredDocuments.AllAsync(house.Server);

        var told = (await house.ServiceManager.PostAsync(Explain, new { plan = house.Keywork })).IsDone().Json;

        Assert.Equal(before, await StoredDocuments.AllAsync(house.Server));
        Assert.True(told.GetProperty("mayBeAsked").GetBoolean());
        Assert.All(told.GetProperty("rules").EnumerateArray(), rule => Assert.Equal("met", rule.GetProperty("answer").GetString()));
        // What is met says what it asks, also where no sentence of the guidance does.
        Assert.All(told.GetProperty("rules").EnumerateArray(), rule => Assert.NotEmpty(rule.GetProperty("asks").GetString()!));
        Assert.Contains(told.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "worker");
        Assert.Equal("dual", told.GetProperty("quorum").GetProperty("quorum").GetString());
        Assert.Equal(["policy"], Texts(told.GetProperty("quorum").GetProperty("because")));
        var approvers = Assert.Single(Asked(told), a => a.GetProperty("about").GetString() == "approvalAsked");
        Assert.Superset(new HashSet<string> { "harriet", "pat" }, Texts(approvers.GetProperty("people")).ToHashSet());
        Assert.Contains(Clocks(told), clock => clock is ("start", "Raise", "notStarted"));
        Assert.Contains(Clocks(told), clock => clock is ("session", "Raise", "overdue"));
        Assert.Contains(Clocks(told), clock => clock is ("closeOut", "Raise", "closeOutLate"));
        Assert.Contains(told.GetProperty("questions").EnumerateArray(), q => q.GetProperty("id").GetString() == "G-23");
    }

    [Fact]
    public async Task A_worker_is_told_how_many_would_be_asked_and_not_who()
    {
        var told = (await house.Worker.PostAsync(Explain, new { plan = house.Keywork })).IsDone().Json;

        Assert.All(Asked(told), a => Assert.Empty(a.GetProperty("people").EnumerateArray()));
        Assert.Contains(Asked(told), a => a.GetProperty("count").GetInt32() > 1);
        (await house.Stranger.PostAsync(Explain, new { plan = house.Keywork })).Is(HttpStatusCode.NotFound);
        (await house.Parent.PostAsync(Explain, new { plan = house.Keywork })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_finding_that_could_be_lifted_asks_for_a_decision_and_for_both_approvals()
    {
        var room = house.Keywork.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = "Open throughout" };
        var bedroom = house.Keywork with { Place = room };

        var told = (await house.Worker.PostAsync(Explain, new { plan = bedroom })).IsDone().Json;

        var rule = Assert.Single(told.GetProperty("rules").EnumerateArray(), r => r.GetProperty("id").GetString() == "L-18");
        Assert.Equal("finding", rule.GetProperty("answer").GetString());
        Assert.Equal("L3", rule.GetProperty("section").GetString());
        Assert.True(told.GetProperty("mayBeAsked").GetBoolean());
        Assert.Equal(["override"], Texts(told.GetProperty("quorum").GetProperty("because")));
        Assert.Contains(Asked(told), a => a.GetProperty("about").GetString() == "overrideAsked");
    }

    [Fact]
    public async Task A_hypothetical_answer_about_sexual_feelings_opens_no_concern_and_says_so()
    {
        var before = await StoredDocuments.AllAsync(house.Server);
        var plan = house.Keywork with { SexualFeelings = SexualFeelingsDeclaration.Unsure };

        var told = (await house.Worker.PostAsync(Explain, new { plan })).IsDone().Json;

        Assert.False(told.GetProperty("mayBeAsked").GetBoolean());
        Assert.Contains("has opened no concern", told.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await StoredDocuments.AllAsync(house.Server));
    }

    [Fact]
    public async Task Who_sets_the_policy_tries_a_draft_of_it_and_the_policy_in_force_stays()
    {
        var inForce = (await house.Worker.GetAsync("/api/policy")).IsDone();
        var policy = new Policy { MinimumNeedLength = 150 };
        var asked = new { plan = house.Keywork, policy };

        var told = (await house.ServiceManager.PostAsync(Explain, asked)).IsDone().Json;

        var need = Assert.Single(told.GetProperty("rules").EnumerateArray(), r => r.GetProperty("id").GetString() == "G-03");
        Assert.Equal("finding", need.GetProperty("answer").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("policyVersion").ValueKind);
        (await house.HomesManager.PostAsync(Explain, asked)).IsRefused(HttpStatusCode.Forbidden, "who");
        var outOfBounds = asked with { policy = new Policy { NextLevel = TimeSpan.FromHours(5) } };
        (await house.ServiceManager.PostAsync(Explain, outOfBounds)).IsRefused(HttpStatusCode.UnprocessableEntity, "policy");
        Assert.Equal(inForce.Text, (await house.Worker.GetAsync("/api/policy")).Text);
    }

    [Fact]
    public async Task A_worker_is_told_whether_a_talk_may_start_now_and_what_would_follow_and_nothing_is_stored()
    {
        await house.LeaveAsync();
        var before = await StoredDocuments.AllAsync(house.Server);

        var told = (await house.Worker.PostAsync(Explain, new { plan = UnplannedTalk.In(house), unplanned = true })).IsDone().Json;

        Assert.Equal(before, await StoredDocuments.AllAsync(house.Server));
        Assert.True(told.GetProperty("mayBeAsked").GetBoolean());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("quorum").ValueKind);
        Assert.Contains(Asked(told), a => a.GetProperty("about").GetString() == "unplannedStart");
        Assert.DoesNotContain(Asked(told), a => a.GetProperty("about").GetString() == "approvalAsked");
        Assert.Contains(Clocks(told), clock => clock is ("session", "Raise", "overdue"));
        Assert.Contains(told.GetProperty("questions").EnumerateArray(), q => q.GetProperty("field").GetString() == "colleagueTold");
        await UnplannedTalk.IsHeardAsync(house, plan => plan);
    }

    [Fact]
    public async Task What_would_refuse_a_talk_that_starts_now_is_just_what_refuses_it()
    {
        (await UnplannedTalk.StartAsync(house, plan => plan)).Is(HttpStatusCode.Created);
        static Plan Change(Plan plan) =>
            plan with
            {
                Purpose = Purpose.Homework,
                Length = TimeSpan.FromMinutes(45),
                Place = plan.Place with { Setting = Setting.Bedroom, Exposure = null },
            };

        var asked = new { plan = Change(UnplannedTalk.In(house)), unplanned = true };
        var told = (await house.HomesManager.PostAsync(Explain, asked)).IsDone().Json;
        var refused = (await UnplannedTalk.TryAsync(house, Change)).IsRefused(HttpStatusCode.UnprocessableEntity, "company");

        var findings = told.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("finding"));
        Assert.Equal(
            refused.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetRawText()),
            findings.Where(f => f.ValueKind is not JsonValueKind.Null).Select(f => f.GetRawText())
        );
        Assert.False(told.GetProperty("mayBeAsked").GetBoolean());
        await house.LeaveAsync();
    }

    [Fact]
    public async Task Whether_another_worker_may_start_at_once_is_for_those_who_manage_the_home()
    {
        var asked = new { plan = UnplannedTalk.In(house), unplanned = true };

        (await house.Colleague.PostAsync(Explain, asked)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Senior.PostAsync(Explain, asked)).IsDone();
        (await house.Parent.PostAsync(Explain, asked)).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_row_can_be_read_and_each_finding_names_its_section()
    {
        var rows = (await house.Parent.GetAsync("/api/guidance")).IsDone().Json.GetProperty("rows").EnumerateArray().ToImmutableArray();
        Assert.Equal(55, rows.Length);
        Assert.All(rows, row => Assert.NotEmpty(row.GetProperty("api").GetString()!));

        var refused = (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Need = "chat" })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-03"
        );
        var finding = refused.Json.GetProperty("findings").EnumerateArray().Single();
        Assert.Equal("G", finding.GetProperty("section").GetString());
    }

    private static IEnumerable<JsonElement> Asked(JsonElement told) => told.GetProperty("asked").EnumerateArray();

    private static IEnumerable<(string?, string?, string?)> Clocks(JsonElement told) =>
        told.GetProperty("clocks")
            .EnumerateArray()
            .Select(c => (c.GetProperty("stage").GetString(), c.GetProperty("what").GetString(), c.GetProperty("cause").GetString()));

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);
}
