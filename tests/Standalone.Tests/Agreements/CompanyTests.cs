using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>Open point 5: more than one child with one adult; each has an arrangement of their own.</summary>
public sealed class CompanyTests(TwoChildren two) : IClassFixture<TwoChildren>
{
    private readonly OakHouse house = two.House;

    private static Child Cara => TwoChildren.Cara;

    private async Task<string> ApprovedAsync(Plan plan, Api parent)
    {
        var id = (await house.Colleague.PostAsync("/api/arrangements", plan)).IsDone().As<ArrangementBrief>().Id.Value;
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, parent);
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        return id;
    }

    [Fact]
    public async Task It_starts_only_when_each_child_has_an_approved_arrangement_that_names_the_others()
    {
        var plan = house.Keywork;
        var cleos = await ApprovedAsync(plan with { AlsoPresent = [Cara.Id] }, house.Parent);
        await house.Server.Clock.PassToAsync(plan.Start.AddMinutes(-10), CancellationToken.None);
        var start = new ArrangementCommand.Start(new([0]));
        (await house.Worker.DoAsync(cleos, "start", start)).IsRefused(HttpStatusCode.UnprocessableEntity, "company");
        Assert.DoesNotContain("start", (await house.Worker.SeeAsync(cleos)).MayDo);

        var caras = await ApprovedAsync(plan with { Child = Cara.Id, AlsoPresent = [Cleo.Id] }, house.As(Robin));
        Assert.Contains("start", (await house.Worker.SeeAsync(cleos)).MayDo);
        (await house.Worker.DoAsync(cleos, "start", start)).IsDone();
        (await house.Worker.DoAsync(caras, "start", start)).IsDone();

        // Each ends on its own.
        (await house.Worker.DoAsync(cleos, "finish")).IsDone();
        Assert.Equal("active", (await house.Worker.SeeAsync(caras)).Phase);
        (await house.Worker.DoAsync(caras, "finish")).IsDone();
    }

    [Fact]
    public async Task Two_that_do_not_name_each_other_do_not_go_on_at_the_same_time()
    {
        var plan = house.Keywork;
        var cleos = await ApprovedAsync(plan, house.Parent);
        var caras = await ApprovedAsync(plan with { Child = Cara.Id }, house.As(Robin));
        await house.Server.Clock.PassToAsync(plan.Start, CancellationToken.None);
        var start = new ArrangementCommand.Start(new([0]));
        (await house.Worker.DoAsync(cleos, "start", start)).IsDone();

        (await house.Worker.DoAsync(caras, "start", start)).IsRefused(HttpStatusCode.UnprocessableEntity, "company");

        (await house.Worker.DoAsync(cleos, "finish")).IsDone();
        (await house.Worker.DoAsync(caras, "start", start)).IsDone();
        (await house.Worker.DoAsync(caras, "finish")).IsDone();
    }

    [Fact]
    public async Task No_family_learns_who_the_other_child_is()
    {
        var asked = house.Keywork with { Start = house.Now.AddHours(5), AlsoPresent = [Cara.Id] };
        var id = (await house.Colleague.PostAsync("/api/arrangements", asked)).IsDone().As<ArrangementBrief>().Id.Value;

        Assert.Equal(Cara.Id, Assert.Single((await house.Senior.SeeAsync(id)).Plan.AlsoPresent));
        var theirs = await house.Parent.GetAsync($"/api/arrangements/{id}");
        Assert.Equal(1, theirs.As<ArrangementView>().OtherChildren);
        Assert.DoesNotContain("cara", theirs.Text, StringComparison.OrdinalIgnoreCase);
        (await (await MailedLink.FindAsync(house, Pat, "Please decide")).OpenAsync())
            .Shows("One other child is there.")
            .Hides("cara", "OAK-2");
    }

    [Fact]
    public async Task Who_is_there_is_approved_with_the_rest()
    {
        var id = await house.ApprovedAsync(p => p with { Start = house.Now.AddHours(8) });
        var seen = (await house.Colleague.GetAsync($"/api/arrangements/{id}")).IsDone();
        var plan = seen.As<ArrangementView>().Plan with { AlsoPresent = [Cara.Id] };
        var changed = await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", plan, seen.ETag);
        Assert.Equal("awaitingApproval", changed.IsDone().As<ArrangementBrief>().Phase);
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", plan with { AlsoPresent = [Cleo.Id] }, changed.ETag)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "company"
        );
    }
}
