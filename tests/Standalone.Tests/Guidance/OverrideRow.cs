using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>What holds for every row that only a homes or service manager can lift: a row's own tests inherit these.</summary>
public abstract class OverrideRow(OakHouse house) : IClassFixture<OakHouse>
{
    internal OakHouse House => house;

    /// <summary>The row's id.</summary>
    protected abstract string Id { get; }

    /// <summary>The grounds without which the right role cannot lift it either; null where there are none (L-24).</summary>
    protected virtual CarePlanGrounds? Grounds => null;

    /// <summary>Makes a plan to which no rule objects depart from the guidance in this row, and in no other.</summary>
    protected abstract Plan Departing(Plan plan);

    [Fact]
    public async Task It_waits_for_a_decision_and_nobody_approves_before()
    {
        var before = await AskedToApproveAsync(Pat);

        var id = await house.RequestedAsync(Departing);

        var seen = await house.HomesManager.SeeAsync(id);
        Assert.Equal("awaitingOverride", seen.Phase);
        Assert.Equal(Id, Assert.Single(seen.AwaitsDecision));
        var early = new { (await house.Parent.SeeAsync(id)).Digest, reasonClear = true };
        (await house.Parent.DoAsync(id, "approvals", early)).IsRefused(HttpStatusCode.Conflict, "phase");
        Assert.Equal(before, await AskedToApproveAsync(Pat));
    }

    [Fact]
    public async Task Neither_another_role_nor_the_worker_nor_an_administrator_decides()
    {
        var id = await house.RequestedAsync(Departing);

        foreach (var other in new[] { house.Senior, house.Colleague, house.Worker, house.Parent, house.Inspector, house.Administrator })
        {
            var answer = await other.DoAsync(id, "overrides", Decision);
            Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{other.Person}: {answer.Status}");
        }
        (await house.Senior.DoAsync(id, "overrides", Decision)).IsRefused(HttpStatusCode.Forbidden, "L-06");

        await StillWaitsAsync(id);
    }

    [Fact]
    public async Task A_manager_decides_neither_their_own_request_nor_their_own_time_with_the_child()
    {
        var own = (await house.HomesManager.PostAsync("/api/arrangements", Departing(house.Keywork))).IsDone().As<ArrangementBrief>();
        (await house.HomesManager.DoAsync(own.Id.Value, "overrides", Decision)).IsRefused(HttpStatusCode.Forbidden, "L-06");
        await StillWaitsAsync(own.Id.Value);

        var id = await house.RequestedAsync(Departing);
        await ChangeWorkerAsync(wendy => wendy with { Roles = [Role.Worker, Role.HomesManager] });
        var worker = house.As(Wendy.Id.Value, Role.Worker, Role.HomesManager);
        (await worker.DoAsync(id, "overrides", Decision)).IsRefused(HttpStatusCode.Forbidden, "L-06");
        await ChangeWorkerAsync(wendy => wendy with { Roles = Wendy.Roles });
        await StillWaitsAsync(id);
    }

    [Fact]
    public async Task Without_details_or_without_reasons_nobody_decides()
    {
        var id = await house.RequestedAsync(Departing);

        var bare = await house.HomesManager.DoAsync(id, "overrides", Decision with { Details = " " });
        Assert.Equal("details", Assert.Single(bare.IsRefused(HttpStatusCode.UnprocessableEntity, "L-07").Fields));
        var unexplained = await house.HomesManager.DoAsync(id, "overrides", Decision with { Reasons = "" });
        Assert.Equal("reasons", Assert.Single(unexplained.IsRefused(HttpStatusCode.UnprocessableEntity, "L-07").Fields));

        await StillWaitsAsync(id);
    }

    [Fact]
    public async Task A_homes_or_service_manager_lifts_it_and_approvals_are_asked_for()
    {
        foreach (var (manager, person) in new[] { (house.HomesManager, Harriet), (house.ServiceManager, Sunil) })
        {
            var before = await AskedToApproveAsync(Pat);
            var id = await house.RequestedAsync(Departing);

            (await manager.DoAsync(id, "overrides", Decision)).IsDone();

            var seen = await house.HomesManager.SeeAsync(id);
            Assert.Equal("awaitingApproval", seen.Phase);
            var decision = Assert.Single(seen.Overrides);
            Assert.Equal(
                (Id, true, person.Id, Decision.Details, Decision.Reasons),
                (decision.FindingId, decision.Allowed, decision.By, decision.Details, decision.Reasons)
            );
            Assert.Equal(before + 1, await AskedToApproveAsync(Pat));
            await OakHouse.ApproveAsync(id, house.Parent);
            Assert.Equal("awaitingApproval", (await house.HomesManager.SeeAsync(id)).Phase);
            await OakHouse.ApproveAsync(id, house.Senior);
            Assert.Equal("approved", (await house.HomesManager.SeeAsync(id)).Phase);
            (await house.Colleague.DoAsync(id, "withdrawal", new { reason = "It was only asked to see" })).IsDone();
        }
    }

    [Fact]
    public async Task A_manager_who_does_not_allow_it_refuses_the_whole()
    {
        var id = await house.RequestedAsync(Departing);

        (await house.HomesManager.DoAsync(id, "overrides", Decision with { Allow = false })).IsDone();

        Assert.Equal("refused", (await house.HomesManager.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task For_a_worker_outside_any_organisation_it_stays_refused()
    {
        await ChangeWorkerAsync(wendy => wendy with { Engagement = new Engagement.Independent(Sam.Id) });

        var refused = await house.Colleague.PostAsync("/api/arrangements", Departing(house.Keywork));

        await ChangeWorkerAsync(wendy => wendy with { Engagement = Wendy.Engagement });
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-06");
    }

    /// <summary>The decision that lifts it.</summary>
    internal ArrangementCommand.DecideOverride Decision =>
        new(Id, true, "It is done differently this once", "It serves her better than to leave it", Grounds);

    /// <summary>Changes the worker's entry in the register.</summary>
    internal async Task ChangeWorkerAsync(Func<Person, Person> change)
    {
        var read = (await house.Administrator.GetAsync($"/api/people/{Wendy.Id}")).IsDone();
        (await house.Administrator.PutAsync($"/api/people/{Wendy.Id}", change(read.As<Person>()), read.ETag)).IsDone();
    }

    private async Task StillWaitsAsync(string id) => Assert.Equal(Id, Assert.Single((await house.Inspector.SeeAsync(id)).AwaitsDecision));

    private async Task<int> AskedToApproveAsync(Person person) =>
        (await MailedLink.MailsAsync(house, person)).Count(mail =>
            mail.Subject.Contains("Please decide: one-to-one time", StringComparison.Ordinal)
        );
}
