using System.Globalization;
using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class RequestTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string All = "/api/arrangements";

    [Fact]
    public async Task A_request_is_created_and_says_where_it_is()
    {
        var created = (await house.Colleague.PostAsync(All, house.Keywork)).Is(HttpStatusCode.Created);

        var brief = created.As<ArrangementBrief>();
        Assert.Equal($"{All}/{brief.Id}", created.Location?.ToString());
        Assert.NotNull(created.ETag);
        Assert.Equal("awaitingApproval", brief.Phase);
        Assert.Equal(created.ETag, (await house.Colleague.GetAsync(created.Location!.ToString())).ETag);
    }

    [Fact]
    public async Task What_the_rules_object_to_is_refused_with_every_finding_and_what_would_lift_it()
    {
        var refused = await house.Colleague.PostAsync(All, house.Keywork with { Need = "tbc", Safeguards = [], Inform = [] });

        refused.Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["G-03", "G-05", "G-20"], refused.Findings);
        Assert.Equal("need safeguards inform", string.Join(" ", refused.Fields));
        Assert.All(refused.Json.GetProperty("findings").EnumerateArray(), f => Assert.NotEmpty(f.GetProperty("lift").GetString()!));
    }

    [Theory]
    [InlineData("\"2026-03-02T18:00:00\"")]
    [InlineData("\"2026-03-02\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("1772474400")]
    public async Task A_start_without_its_offset_is_no_moment(string start)
    {
        var text = (await PlanTextAsync()).Replace("\"START\"", start, StringComparison.Ordinal);

        var refused = (await house.Colleague.PostAsync(All, text)).Is(HttpStatusCode.BadRequest);

        Assert.Contains("$.start", refused.Fields);
    }

    [Fact]
    public async Task A_start_in_the_past_is_refused() =>
        (await house.Colleague.PostAsync(All, house.Keywork with { Start = house.Now.AddMinutes(-1) })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "start"
        );

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-01:00:00")]
    [InlineData("00:00:30")]
    [InlineData("1.00:01:00")]
    public async Task An_end_that_does_not_follow_the_start_is_refused(string length)
    {
        var plan = house.Keywork with { Length = TimeSpan.Parse(length, CultureInfo.InvariantCulture) };

        (await house.Colleague.PostAsync(All, plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "length");
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00+00:00", "2026-03-29T02:30:00+01:00")]
    [InlineData("2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00")]
    public async Task The_hours_when_the_clocks_change_are_what_their_offset_says(string start, string end)
    {
        var from = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        var until = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture);
        await using var night = await OakHouse.OpenAsync(from.AddHours(-6));

        var id = await night.StartedAsync(plan => plan with { Start = from, Length = until - from });

        Assert.Equal(TimeSpan.FromHours(1), until - from);
        Assert.Equal(from, night.Now);
        Assert.Equal(until, (await night.Worker.SeeAsync(id)).Session!.ExpectedEnd);
    }

    [Theory]
    [InlineData("Zoë möchte über ihren Besuch bei ihrer Großmutter sprechen")]
    [InlineData("היא רוצה להכין את מה שהיא רוצה לומר בפגישה")]
    [InlineData("تريد أن تستعد لما ستقوله في اجتماع المراجعة الخاص بها")]
    [InlineData("彼女は次の会議で話したいことを一緒に準備したいと言っています")]
    [InlineData("Prepare 👩‍👧 what she wants to say at the review 🗓️")]
    public async Task Words_of_any_script_are_kept_as_they_are(string need)
    {
        var id = await house.RequestedAsync(plan => plan with { Need = need });

        Assert.Equal(need, (await house.Colleague.SeeAsync(id)).Plan.Need);
    }

    [Fact]
    public async Task Only_staff_of_the_home_ask()
    {
        (await house.Parent.PostAsync(All, house.Keywork)).Is(HttpStatusCode.Forbidden);
        (await house.Inspector.PostAsync(All, house.Keywork)).Is(HttpStatusCode.Forbidden);
        (await house.Administrator.PostAsync(All, house.Keywork)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.PostAsync(All, house.Keywork)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whom_the_register_does_not_know_is_not_found()
    {
        (await house.Colleague.PostAsync(All, house.Keywork with { Child = new("nobody") })).Is(HttpStatusCode.NotFound);
        (await house.Colleague.PostAsync(All, house.Keywork with { Worker = new("nobody") })).Is(HttpStatusCode.NotFound);
        (await house.As("nobody", Domain.People.Role.Worker).PostAsync(All, house.Keywork)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_talk_the_child_asks_for_starts_at_once_and_owes_a_review()
    {
        var plan = house.Keywork with { Purpose = Purpose.Talk, Start = house.Now.AddDays(-3), Length = TimeSpan.FromMinutes(20) };

        var started = await house.Worker.PostAsync($"{All}/unplanned", new UnplannedStart(plan, Colin.Id));

        var brief = started.Is(HttpStatusCode.Created).As<ArrangementBrief>();
        Assert.Equal("active", brief.Phase);
        Assert.Equal(house.Now, brief.Start);
        (await house.Worker.DoAsync(brief.Id.Value, "finish")).IsDone();
        (await house.Worker.DoAsync(brief.Id.Value, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
        (await house.Worker.DoAsync(brief.Id.Value, "unplanned-review", new { notes = "It was well done" })).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
        var reviewed = await house.HomesManager.DoAsync(brief.Id.Value, "unplanned-review", new { notes = "It was right to listen" });
        Assert.True(reviewed.IsDone().As<ArrangementBrief>().IsFinal);
    }

    [Fact]
    public async Task Lists_show_what_the_caller_may_see_page_by_page()
    {
        string[] asked = [await house.RequestedAsync(), await house.RequestedAsync(), await house.RequestedAsync()];

        var ids = new List<string>();
        for (string? next = ""; next is not null; )
        {
            var page = (await house.Colleague.GetAsync($"{All}?child=cleo&limit=2&continuation={next}")).IsDone();
            ids.AddRange(page.As<Page<ArrangementBrief>>().Items.Select(item => item.Id.Value));
            next = page.As<Page<ArrangementBrief>>().Continuation;
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Superset(asked.ToHashSet(), ids.ToHashSet());
        Assert.Equal(ids.Count, await CountAsync(house.HomesManager, "home=oak"));
        Assert.Equal(ids.Count, await CountAsync(house.Parent, "child=cleo"));
        Assert.Equal(ids.Count, await CountAsync(house.Inspector, "worker=wendy"));
        Assert.Equal(0, await CountAsync(house.Stranger, "home=oak"));
        Assert.Equal(0, await CountAsync(house.Stranger, "worker=wendy"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?home=oak&child=cleo")]
    public async Task A_list_is_of_one_home_child_or_worker(string filter) =>
        (await house.Colleague.GetAsync(All + filter)).IsRefused(HttpStatusCode.BadRequest, "filter");

    private static async Task<int> CountAsync(Api by, string filter) =>
        (await by.GetAsync($"{All}?{filter}&limit=200")).IsDone().As<Page<ArrangementBrief>>().Items.Length;

    private async Task<string> PlanTextAsync()
    {
        var seen = await house.Colleague.GetAsync($"{All}/{await house.RequestedAsync()}");
        var plan = seen.Json.GetProperty("plan");
        return plan.GetRawText().Replace(plan.GetProperty("start").GetRawText(), "\"START\"", StringComparison.Ordinal);
    }
}
