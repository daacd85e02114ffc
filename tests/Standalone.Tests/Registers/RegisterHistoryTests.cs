using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Registers;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

public sealed class RegisterHistoryTests : IAsyncLifetime
{
    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenAsync(RunningServer.Evening);

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task What_was_changed_about_a_child_is_shown_with_who_and_when_and_reasons_only_to_heads()
    {
        const string address = "/api/children/cleo/history";
        (await house.HomesManager.PostAsync("/api/children/cleo/bars", new { person = "robin", reason = "a court order" })).IsDone();

        var last = (await house.ServiceManager.GetAsync(address)).IsDone().As<RegisterHistory>().Changes[^1];
        Assert.Equal((Harriet.Id, house.Now), (last.By!.Value, last.At));
        var field = Assert.Single(last.Fields);
        Assert.Equal("barred", field.Field);
        Assert.Contains("a court order", field.After.ToString(), StringComparison.Ordinal);
        foreach (var api in new[] { house.Inspector, house.Administrator })
        {
            var text = (await api.GetAsync(address)).IsDone().Text;
            Assert.Contains("robin", text, StringComparison.Ordinal);
            Assert.DoesNotContain("a court order", text, StringComparison.Ordinal);
        }
        foreach (var api in new[] { house.Worker, house.Senior, house.Parent, house.Stranger })
            (await api.GetAsync(address)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_inspector_sees_that_an_address_changed_and_not_which()
    {
        var read = (await house.HomesManager.GetAsync("/api/people/wendy")).IsDone();
        var moved = read.As<Person>() with { Email = new("wendy.new@example.org") };
        (await house.HomesManager.PutAsync("/api/people/wendy", moved, read.ETag)).IsDone();

        var kept = (await house.HomesManager.GetAsync("/api/people/wendy/history")).IsDone();
        var seen = (await house.Inspector.GetAsync("/api/people/wendy/history")).IsDone();

        Assert.Contains("wendy.new@example.org", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", seen.Text, StringComparison.Ordinal);
        Assert.Equal("email", Assert.Single(seen.As<RegisterHistory>().Changes[^1].Fields).Field);
        (await house.Worker.GetAsync("/api/people/wendy/history")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changes_of_the_on_call_list_and_of_the_policy_are_shown()
    {
        var home = (await house.HomesManager.GetAsync("/api/homes/oak")).IsDone();
        var levels = home.As<Home>().OnCall.Levels.SetItem(1, new(Role.HomesManager, [new(Harriet.Id, false, []), new(Sam.Id, true, [])]));
        (await house.HomesManager.PutAsync("/api/homes/oak", home.As<Home>() with { OnCall = new(levels) }, home.ETag)).IsDone();
        var policy = (await house.ServiceManager.GetAsync("/api/policy")).IsDone();
        var changed = policy.As<Policy>() with { NextLevel = TimeSpan.FromMinutes(8) };
        (await house.ServiceManager.PutAsync("/api/policy", changed, policy.ETag)).IsDone();

        var ofHome = (await house.Inspector.GetAsync("/api/homes/oak/history")).IsDone().As<RegisterHistory>().Changes[^1];
        var ofPolicy = (await house.Inspector.GetAsync("/api/policy/history")).IsDone().As<RegisterHistory>().Changes[^1];

        Assert.Equal((Harriet.Id, "onCall"), (ofHome.By!.Value, Assert.Single(ofHome.Fields).Field));
        Assert.Equal((Sunil.Id, "nextLevel"), (ofPolicy.By!.Value, Assert.Single(ofPolicy.Fields).Field));
        (await house.Worker.GetAsync("/api/homes/oak/history")).Is(HttpStatusCode.NotFound);
        (await house.Worker.GetAsync("/api/policy/history")).Is(HttpStatusCode.NotFound);
        (await house.Stranger.GetAsync("/api/homes/oak/history")).Is(HttpStatusCode.NotFound);
    }
}
