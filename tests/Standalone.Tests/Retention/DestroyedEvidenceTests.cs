using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Retention;
using OneToOne.Service.Concerns;
using OneToOne.Service.Retention;
using OneToOne.Standalone.Tests.Concerns;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>Nobody makes evidence go by a date they change, nor what is about themselves.</summary>
[Trait("Store", "Own")]
public sealed class DestroyedEvidenceTests : IAsyncLifetime
{
    private OldHouse old = null!;

    private OakHouse House => old.House;

    public async Task InitializeAsync() => old = await OldHouse.OpenAsync();

    public async Task DisposeAsync() => await old.DisposeAsync();

    [Fact]
    public async Task A_date_that_was_changed_is_named_and_nothing_goes_by_it_for_30_days()
    {
        var before = await old.ProposedAsync();
        var changedAt = House.Now;
        await old.ChangeAsync(child => child with { DiedOn = new(2010, 1, 3) });

        var waiting = await old.ProposedAsync();
        Assert.Empty(waiting.Records);
        Assert.Equal(new(Cleo.Id, RetentionDate.DiedOn, changedAt, changedAt.AddDays(30)), Assert.Single(waiting.Waiting!.Value));
        (await old.ApproveAsync(before)).IsRefused(HttpStatusCode.Conflict, "retention");
        // Also what was approved before the change.
        var disposal = House.Server.Services.GetRequiredService<Disposal>();
        var approved = before with { Approval = new(Sunil.Id, "Over", House.Now) };
        Assert.Equal(KeptBecause.DatesChanged, await disposal.DisposeAsync(before.Records[0], approved, CancellationToken.None));

        var seen = (await House.ServiceManager.GetAsync($"/api/retention/runs/{before.Id}")).IsDone().As<RetentionRun>();
        var reckoned = Assert.Single(seen.Reckoned!.Value);
        Assert.Equal((new DateOnly(2001, 5, 4), new DateOnly(2010, 1, 3)), (reckoned.DateOfBirth, reckoned.DiedOn!.Value));
        Assert.Equal(new(RetentionDate.DiedOn, changedAt, new PersonId(House.Administrator.Person)), reckoned.Changes[^1]);
        Assert.Null((await House.Inspector.GetAsync($"/api/retention/runs/{before.Id}")).IsDone().As<RetentionRun>().Reckoned);

        await old.SettleAsync();
        (await old.ApproveAsync(before)).IsDone();
        Assert.All((await old.CarriedOutAsync(before)).Fates, f => Assert.Null(f.Kept));
    }

    [Fact]
    public async Task Whoever_a_concern_is_about_learns_of_it_from_no_run_and_cannot_have_it_disposed_of()
    {
        var report = new ConcernReport(Cleo.Id, ConcernKind.Allegation, "Harriet shouted at her", Harriet.Id);
        var id = await ConcernLifeTests.ReportedAsync(House.Colleague, report);
        Assert.Empty((await ProposedBySunilAsync()).Records);
        Assert.NotEmpty((await old.ProposedAsync()).Records);
        (await House.ServiceManager.PostAsync(ConcernLifeTests.To(id, "acknowledgement"))).IsDone();
        var no = new ReferralMade(false, false, null, "It was the television");
        (await House.ServiceManager.PostAsync(ConcernLifeTests.To(id, "referral"), no)).IsDone();
        (
            await House.ServiceManager.PostAsync(
                ConcernLifeTests.To(id, "outcome"),
                new ConcernEnd("The television was on, and nobody shouted")
            )
        ).IsDone();

        var hers = await old.ProposedAsync();
        Assert.NotEmpty(hers.Records);
        Assert.DoesNotContain(hers.Records, r => r.Type == "concern");
        var run = await ProposedBySunilAsync();
        Assert.Contains(run.Records, r => r.Type == "concern" && r.Id == id);
        Assert.DoesNotContain(id, (await old.ApproveAsync(run, House.HomesManager)).IsDone().Text, StringComparison.Ordinal);

        var done = await old.CarriedOutAsync(run);
        Assert.Equal(KeptBecause.NamesWhoDecided, done.Fates[done.Records.ToList().FindIndex(r => r.Id == id)].Kept);
        foreach (var path in new[] { $"/api/retention/runs/{run.Id}", "/api/retention/runs?home=oak" })
        {
            var seen = (await House.HomesManager.GetAsync(path)).IsDone().Text;
            Assert.DoesNotContain(id, seen, StringComparison.Ordinal);
            Assert.DoesNotContain("namesWhoDecided", seen, StringComparison.Ordinal);
        }
    }

    private async Task<RetentionRun> ProposedBySunilAsync() =>
        (await House.ServiceManager.PostAsync("/api/retention/runs", new RunWanted(Oak))).IsDone().As<RetentionRun>();
}
