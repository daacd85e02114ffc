using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

public sealed class SightTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly (string Address, object? Body)[] Everything =
    [
        ("overrides", new ArrangementCommand.DecideOverride("L-18", true, "x", "x")),
        ("approvals", new ArrangementCommand.Approve("x", true)),
        ("recorded-approvals", new ArrangementCommand.RecordApproval("x", Pat.Id, Domain.Approvals.Means.Phone, "x", true)),
        ("refusals", new ArrangementCommand.Refuse("x", "x")),
        ("contact-attempts", new ArrangementCommand.RecordAttempt(Pat.Id, "x")),
        ("notice", new ArrangementCommand.AcknowledgeNotice("x")),
        ("told", new ArrangementCommand.RecordTold(Colin.Id, ToldBy.Phone)),
        ("start", new ArrangementCommand.Start(new([0]))),
        ("check-ins", null),
        ("extensions", new ArrangementCommand.Extend(TimeSpan.FromMinutes(5))),
        ("distress", null),
        ("help", null),
        ("finish", null),
        ("close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord)),
        ("withdrawal", new ArrangementCommand.Withdraw("x")),
        ("decline", new ArrangementCommand.DeclineByWorker("x")),
        ("explanation", new ArrangementCommand.Explain("x", "x")),
        ("unplanned-review", new ArrangementCommand.ReviewUnplanned("x")),
        ("addenda", new ArrangementCommand.AddAddendum("x")),
        ("escalations/helpNow/acknowledgement", null),
        ("escalations/helpNow/outcome", new { outcome = "childSeenAndSafe", note = "x" }),
    ];

    [Fact]
    public async Task Nobody_of_another_home_learns_that_there_is_an_arrangement()
    {
        var id = await house.ApprovedAsync();

        await SeesNothingAsync(house.Stranger, id, "nothing-of-this-id");
    }

    [Fact]
    public async Task Whoever_is_barred_for_the_child_sees_nothing_from_then_on()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.ApprovedAsync();
        var read = (await own.Administrator.GetAsync("/api/children/cleo")).IsDone();
        var barred = read.As<Child>() with { Barred = [new(Pat.Id, "an allegation", own.Now), new(Sam.Id, "an allegation", own.Now)] };
        (await own.Administrator.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();

        await SeesNothingAsync(own.Parent, id, "nothing-of-this-id", staff: false);
        await SeesNothingAsync(own.Senior, id, "nothing-of-this-id");
        (await own.Senior.GetAsync("/api/children/cleo")).Is(HttpStatusCode.NotFound);
        Assert.Empty((await own.Senior.GetAsync("/api/children?home=oak")).IsDone().Json.GetProperty("items").EnumerateArray());
        (await own.Senior.GetAsync("/api/assessments/child.cleo")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_left_sees_nothing()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.RequestedAsync();
        var read = (await own.Administrator.GetAsync("/api/people/sam")).IsDone();
        var left = read.As<Person>() with { LeftOn = DateOnly.FromDateTime(own.Now.UtcDateTime) };
        (await own.Administrator.PutAsync("/api/people/sam", left, read.ETag)).IsDone();

        await SeesNothingAsync(own.Senior, id, "nothing-of-this-id");
    }

    [Fact]
    public async Task A_parent_of_another_child_sees_nothing()
    {
        var id = await house.RequestedAsync();

        await SeesNothingAsync(house.As(Robin), id, "nothing-of-this-id", staff: false);
    }

    [Fact]
    public async Task A_role_counts_only_if_token_and_register_agree()
    {
        var id = await house.RequestedAsync();

        (await house.As("pat", Role.HomesManager).GetAsync($"/api/arrangements/{id}")).Is(HttpStatusCode.NotFound);
        (await house.As("harriet", Role.ParentOrCarer).GetAsync($"/api/arrangements/{id}")).Is(HttpStatusCode.NotFound);
        (await house.As("ada", Role.Administrator).GetAsync($"/api/arrangements/{id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_inspector_reads_and_changes_nothing()
    {
        var id = await house.StartedAsync();
        Assert.Equal("active", (await house.Inspector.SeeAsync(id)).Phase);
        Assert.NotEmpty(await house.Inspector.HistoryAsync(id));
        Assert.Empty((await house.Inspector.SeeAsync(id)).MayDo);

        foreach (var (address, body) in Everything)
            (await house.Inspector.DoAsync(id, address, body)).Is(HttpStatusCode.Forbidden);

        (await house.Worker.DoAsync(id, "finish")).IsDone();
    }

    [Fact]
    public async Task A_family_sees_what_it_approves_and_not_what_staff_write_for_each_other()
    {
        var id = await house.StartedAsync();

        var seen = await house.Parent.SeeAsync(id);

        Assert.Equal("Lounge", seen.Plan.Place.Name);
        Assert.Null(seen.Session);
        Assert.Null(seen.WakeAt);
        Assert.Equal(Registered.Oak, seen.Home);
        (await house.Parent.GetAsync($"/api/arrangements/{id}/history")).Is(HttpStatusCode.Forbidden);
        (await house.Parent.GetAsync("/api/children/cleo")).Is(HttpStatusCode.NotFound);
        (await house.Parent.GetAsync("/api/homes/oak")).Is(HttpStatusCode.NotFound);
        (await house.Parent.GetAsync("/api/assessments/child.cleo")).Is(HttpStatusCode.NotFound);
        (await house.Worker.DoAsync(id, "finish")).IsDone();
    }

    [Fact]
    public async Task Where_whereabouts_are_withheld_a_family_learns_neither_place_nor_home()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var read = (await own.Administrator.GetAsync("/api/children/cleo")).IsDone();
        (await own.Administrator.PutAsync("/api/children/cleo", read.As<Child>() with { WhereaboutsWithheld = true }, read.ETag)).IsDone();
        var id = await own.RequestedAsync();

        var seen = await own.Parent.GetAsync($"/api/arrangements/{id}");
        var listed = await own.Parent.GetAsync("/api/arrangements?child=cleo");
        var approved = await own.Parent.DoAsync(
            id,
            "approvals",
            new { digest = seen.Json.GetProperty("digest").GetString(), reasonClear = true }
        );

        foreach (var text in new[] { seen.IsDone().Text, listed.IsDone().Text, approved.IsDone().Text })
        {
            Assert.DoesNotContain("Lounge", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"oak\"", text, StringComparison.Ordinal);
        }
        Assert.Equal("Lounge", (await own.Colleague.SeeAsync(id)).Plan.Place.Name);
    }

    // Whatever is asked of the id that is there must be answered word for word as of an id that is not.
    private static async Task SeesNothingAsync(Api by, string id, string nothing, bool staff = true)
    {
        var (there, notThere) = ($"/api/arrangements/{id}", $"/api/arrangements/{nothing}");
        await AreAlikeAsync(by.GetAsync(there), by.GetAsync(notThere));
        await AreAlikeAsync(by.GetAsync(there + "/history"), by.GetAsync(notThere + "/history"));
        foreach (var (address, body) in Everything)
        {
            var answer = await AreAlikeAsync(by.DoAsync(id, address, body), by.DoAsync(nothing, address, body));
            Assert.True(answer.Status is HttpStatusCode.NotFound || !staff, $"{address}: {answer.Text}");
        }
        Assert.Empty((await by.GetAsync("/api/arrangements?child=cleo")).IsDone().Json.GetProperty("items").EnumerateArray());
    }

    private static async Task<Reply> AreAlikeAsync(Task<Reply> there, Task<Reply> notThere)
    {
        var (one, other) = (await there, await notThere);
        Assert.Equal(other.Status, one.Status);
        Assert.NotEqual(HttpStatusCode.OK, one.Status);
        Assert.Equal(WithoutTrace(other), WithoutTrace(one));
        return one;
    }

    private static string[] WithoutTrace(Reply reply) =>
        [.. reply.Json.EnumerateObject().Where(member => member.Name != "traceId").Select(member => member.ToString())];
}
