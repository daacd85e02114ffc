using System.Net;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

/// <summary>G-04: whoever enters an approver, or where they are reached, can't bring about both approvals.</summary>
[Trait("Store", "Own")]
public sealed class EnteredApproverTests
{
    [Fact]
    public async Task A_parent_does_not_approve_with_or_for_whoever_entered_them()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var robin = house.As(Robin);
        await EnterRobinAsync(house, house.HomesManager);

        var managed = await house.RequestedAsync();
        await OakHouse.ApproveAsync(managed, house.HomesManager);
        (await TryAsync(robin, managed)).IsRefused(HttpStatusCode.Forbidden, "who");
        await OakHouse.ApproveAsync(managed, house.Parent);
        Assert.Equal("approved", (await house.Colleague.SeeAsync(managed)).Phase);

        var asked = await house.RequestedAsync(p => p with { Start = p.Start.AddDays(1) });
        await OakHouse.ApproveAsync(asked, robin);
        (await TryAsync(house.HomesManager, asked)).IsRefused(HttpStatusCode.Forbidden, "who");
        await OakHouse.ApproveAsync(asked, house.Senior);
        Assert.Equal("approved", (await house.Colleague.SeeAsync(asked)).Phase);

        var own = await house.HomesManager.PostAsync("/api/arrangements", house.Keywork with { Start = house.Keywork.Start.AddDays(2) });
        var requested = own.IsDone().Json.GetProperty("id").GetString()!;
        (await TryAsync(robin, requested)).IsRefused(HttpStatusCode.Forbidden, "who");
    }

    [Fact]
    public async Task A_manager_or_a_placing_authority_does_not_approve_with_whoever_entered_where_they_are_reached()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var (senior, authority) = (Staff("psam", Oak, Role.SeniorManager), Somebody("pup", Role.PlacingAuthority) with { Homes = [Oak] });
        foreach (var person in new[] { senior, authority })
            (await house.HomesManager.PutAsync($"/api/people/{person.Id}", person)).IsDone();
        var home = (await house.Administrator.GetAsync("/api/homes/oak")).IsDone();
        var levels = home.As<Home>().OnCall.Levels;
        levels = levels.SetItem(0, levels[0] with { People = [.. levels[0].People, new(senior.Id, false, [])] });
        (await house.Administrator.PutAsync("/api/homes/oak", home.As<Home>() with { OnCall = new(levels) }, home.ETag)).IsDone();

        var own = (await house.HomesManager.PostAsync("/api/arrangements", house.Keywork)).IsDone().Json.GetProperty("id").GetString()!;
        (await TryAsync(house.As(senior), own)).IsRefused(HttpStatusCode.Forbidden, "who");
        await OakHouse.ApproveAsync(own, house.Senior);

        var child = (await house.HomesManager.GetAsync("/api/children/cleo")).IsDone();
        var nobodys = child.As<Child>() with { Responsible = [], PlacingAuthority = [authority.Id] };
        (await house.HomesManager.PutAsync("/api/children/cleo", nobodys, child.ETag)).IsDone();
        var id = await house.RequestedAsync(p => p with { Start = p.Start.AddDays(1) });
        await OakHouse.ApproveAsync(id, house.HomesManager);
        (await TryAsync(house.As(authority), id)).IsRefused(HttpStatusCode.Forbidden, "who");
    }

    [Fact]
    public async Task An_approval_is_not_written_down_by_who_entered_the_parent_or_said_where_they_are_reached()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        await EnterRobinAsync(house, house.HomesManager);
        var read = (await house.Administrator.GetAsync("/api/people/robin")).IsDone();
        var entered = (
            await house.Administrator.PutAsync("/api/people/robin", read.As<Person>() with { Homes = [Oak] }, read.ETag)
        ).IsDone();
        var turned = entered.As<Person>() with { Email = new("robin@example.net") };
        (await house.ServiceManager.PutAsync("/api/people/robin", turned, entered.ETag)).IsDone();
        var id = await house.RequestedAsync();

        foreach (var head in new[] { house.HomesManager, house.ServiceManager })
            (await WriteDownAsync(head, id)).IsRefused(HttpStatusCode.Forbidden, "who");

        (await WriteDownAsync(house.Senior, id)).IsDone();
        var written = Assert.Single((await house.Colleague.SeeAsync(id)).Approvals);
        Assert.Equal((Robin.Id, Sam.Id), (written.By.Person, written.OnBehalf!.RecordedBy));
    }

    [Fact]
    public async Task Whoever_said_where_a_parent_is_reached_does_not_answer_for_them_by_the_mail()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var turned = await TurnPatAsync(house, house.HomesManager);

        var own = await house.HomesManager.PostAsync("/api/arrangements", house.Keywork with { Start = house.Keywork.Start.AddDays(2) });
        own.IsDone();
        await RefusedAsync(await MailedLink.FindAsync(house, turned, "Please decide"));

        var asked = await house.RequestedAsync();
        (await DecideAsync(await MailedLink.FindAsync(house, turned, "Please decide"))).Is(HttpStatusCode.OK).Shows("You approved this");
        (await TryAsync(house.HomesManager, asked)).IsRefused(HttpStatusCode.Forbidden, "who");
        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(asked)).Phase);
        await OakHouse.ApproveAsync(asked, house.ServiceManager);
        Assert.Equal("approved", (await house.Colleague.SeeAsync(asked)).Phase);
    }

    [Fact]
    public async Task A_parent_whose_address_the_approving_manager_corrected_is_asked_by_a_colleague()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var corrected = await TurnPatAsync(house, house.HomesManager);
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.HomesManager);

        await RefusedAsync(await MailedLink.FindAsync(house, corrected, "Please decide"));
        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);
        (await WriteDownAsync(house.HomesManager, id, Pat.Id)).Is(HttpStatusCode.Forbidden);
        (await WriteDownAsync(house.Senior, id, Pat.Id)).IsDone();

        Assert.Equal("approved", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Who_entered_a_parent_is_kept_whatever_the_request_says()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);

        var entered = await EnterRobinAsync(house, house.HomesManager);
        var again = (await house.Administrator.PutAsync("/api/children/cleo", entered.As<Child>(), entered.ETag)).IsDone();

        foreach (var child in new[] { entered.As<Child>(), again.As<Child>() })
            Assert.Equal([(Pat.Id, new("ada")), (Robin.Id, Harriet.Id)], child.Responsible.Select(r => (r.Person, r.EnteredBy!.Value)));
    }

    private static async Task<Reply> EnterRobinAsync(OakHouse house, Api by)
    {
        var read = (await by.GetAsync("/api/children/cleo")).IsDone();
        var cleo = read.As<Child>();
        var robin = new Responsibility(Robin.Id, ResponsibilityKind.ParentalResponsibility) { EnteredBy = Sunil.Id };
        return (await by.PutAsync("/api/children/cleo", cleo with { Responsible = cleo.Responsible.Add(robin) }, read.ETag)).IsDone();
    }

    private static async Task<Person> TurnPatAsync(OakHouse house, Api by)
    {
        var read = (await house.Administrator.GetAsync("/api/people/pat")).IsDone();
        var pat = (await house.Administrator.PutAsync("/api/people/pat", read.As<Person>() with { Homes = [Oak] }, read.ETag)).IsDone();
        var turned = pat.As<Person>() with { Email = new("pat@example.net") };
        return (await by.PutAsync("/api/people/pat", turned, pat.ETag)).IsDone().As<Person>();
    }

    private static Task<LinkPage> DecideAsync(MailedLink link) => link.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));

    private static async Task RefusedAsync(MailedLink link) =>
        (await DecideAsync(link)).Is(HttpStatusCode.UnprocessableEntity).Shows("where they are reached", "Somebody else must decide");

    private static async Task<Reply> WriteDownAsync(Api by, string id, PersonId? approver = null)
    {
        var said = new ArrangementCommand.RecordApproval(
            (await by.SeeAsync(id)).Digest,
            approver ?? Robin.Id,
            Means.Phone,
            "Rang back on her number",
            true
        );
        return await by.DoAsync(id, "recorded-approvals", said);
    }

    private static async Task<Reply> TryAsync(Api by, string id) =>
        await by.DoAsync(id, "approvals", new { (await by.SeeAsync(id)).Digest, reasonClear = true });
}
