using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

/// <summary>Bars and withheld whereabouts: set at once by one, lifted by two, and never by silence.</summary>
public sealed class ProtectionTests : IAsyncLifetime
{
    private const string Address = "/api/children/cleo";
    private static readonly object Why = new { reason = "The court has set its order aside on 3 March" };

    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenAsync(RunningServer.Evening);

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Neither_ends_because_a_change_of_something_else_does_not_mention_it()
    {
        await BarPatAsync();
        (await house.HomesManager.PostAsync($"{Address}/whereabouts", new { withheld = true })).IsDone();

        foreach (var said in new[] { Cleo, Cleo with { Gender = "girl" } })
            (await house.HomesManager.PutAsync(Address, said, (await ReadAsync()).ETag)).IsDone();

        var child = (await ReadAsync()).As<Child>();
        Assert.Equal("a court order", Assert.Single(child.Barred).Reason);
        Assert.True(child.WhereaboutsWithheld);
        await house.RequestedAsync();
        Assert.Empty(await MailedLink.MailsAsync(house, Pat));
    }

    [Fact]
    public async Task A_change_adds_a_bar_that_begins_at_once_without_saying_when()
    {
        await BarPatAsync();
        var text = (await ReadAsync()).Json.ToString();
        var body = System.Text.Json.Nodes.JsonNode.Parse(text)!.AsObject();
        body["barred"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"person":"robin","reason":"an allegation"}]""");

        (await house.HomesManager.PutAsync(Address, body.ToJsonString(), (await ReadAsync()).ETag)).IsDone();

        var barred = (await ReadAsync()).As<Child>().Barred;
        Assert.Equal([Pat.Id, Robin.Id], barred.Select(bar => bar.Person));
        Assert.All(barred, bar => Assert.Equal((DateTimeOffset?)house.Now, bar.Since));
    }

    [Fact]
    public async Task A_bar_is_lifted_by_a_second_head_and_by_nobody_alone()
    {
        await BarPatAsync();
        const string lift = $"{Address}/bars/pat/lift";

        (await house.Worker.PostAsync(lift, Why)).Is(HttpStatusCode.Forbidden);
        (await house.Administrator.PostAsync(lift, Why)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.PostAsync(lift, Why, ifMatch: (await ReadAsync()).ETag)).Is(HttpStatusCode.NotFound);
        (await house.HomesManager.PostAsync(lift, new { reason = "n/a" })).IsRefused(HttpStatusCode.UnprocessableEntity, "reason");
        (await house.HomesManager.PostAsync(lift, Why)).Is(HttpStatusCode.PreconditionRequired);
        var first = (await house.HomesManager.PostAsync(lift, Why, ifMatch: (await ReadAsync()).ETag)).IsDone();
        Assert.Equal(Harriet.Id, Assert.Single(first.As<Child>().Barred).Lift?.By);
        (await house.HomesManager.PostAsync(lift, Why, ifMatch: first.ETag)).IsDone();
        Assert.True((await ReadAsync()).As<Child>().IsBarred(Pat.Id));
        Assert.Null(Assert.Single((await house.Colleague.GetAsync(Address)).IsDone().As<Child>().Barred).Lift);

        (await house.ServiceManager.PostAsync(lift, Why, ifMatch: first.ETag)).IsDone();

        Assert.False((await ReadAsync()).As<Child>().IsBarred(Pat.Id));
    }

    [Fact]
    public async Task Who_bars_again_or_answers_after_a_week_leaves_it_to_two_anew()
    {
        await BarPatAsync();
        const string lift = $"{Address}/bars/pat/lift";
        (await house.HomesManager.PostAsync(lift, Why, ifMatch: (await ReadAsync()).ETag)).IsDone();
        await BarPatAsync();
        (await house.ServiceManager.PostAsync(lift, Why, ifMatch: (await ReadAsync()).ETag)).IsDone();
        Assert.True((await ReadAsync()).As<Child>().IsBarred(Pat.Id));

        await house.Server.PassAsync(TimeSpan.FromDays(8));
        (await house.HomesManager.PostAsync(lift, Why, ifMatch: (await ReadAsync()).ETag)).IsDone();

        Assert.Equal(Harriet.Id, Assert.Single((await ReadAsync()).As<Child>().Barred).Lift?.By);
    }

    [Fact]
    public async Task A_head_who_also_works_with_children_lifts_nothing()
    {
        await BarPatAsync();
        var read = (await house.Administrator.GetAsync("/api/people/harriet")).IsDone();
        var both = read.As<Person>() with { Roles = [Role.HomesManager, Role.Worker], Engagement = new Engagement.Employed() };
        (await house.Administrator.PutAsync("/api/people/harriet", both, read.ETag)).IsDone();

        (await house.As(both).PostAsync($"{Address}/bars/pat/lift", Why, ifMatch: (await ReadAsync()).ETag)).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
    }

    [Fact]
    public async Task Whereabouts_are_told_again_after_two_heads_have_said_so()
    {
        const string address = $"{Address}/whereabouts";
        var no = new { withheld = false, reason = "The court has set its order aside on 3 March" };
        (await house.ServiceManager.PostAsync(address, new { withheld = true })).IsDone();

        (await house.ServiceManager.PostAsync(address, new { withheld = false }, ifMatch: (await ReadAsync()).ETag)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "reason"
        );
        (await house.ServiceManager.PostAsync(address, no, ifMatch: (await ReadAsync()).ETag)).IsDone();
        (await house.ServiceManager.PostAsync(address, no, ifMatch: (await ReadAsync()).ETag)).IsDone();
        Assert.True((await ReadAsync()).As<Child>().WhereaboutsWithheld);
        (await house.HomesManager.PostAsync(address, no, ifMatch: (await ReadAsync()).ETag)).IsDone();

        Assert.False((await ReadAsync()).As<Child>().WhereaboutsWithheld);
    }

    private async Task<Reply> ReadAsync() => (await house.HomesManager.GetAsync(Address)).IsDone();

    private async Task BarPatAsync() =>
        (await house.HomesManager.PostAsync($"{Address}/bars", new { person = "pat", reason = "a court order" })).IsDone();
}
