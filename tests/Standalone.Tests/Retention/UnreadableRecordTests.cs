using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Retention;
using OneToOne.Service.Concerns;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;
using OneToOne.Standalone.Tests.Concerns;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>A record that a newer version of the program has written to is left alone, said to be so, and stops no other.</summary>
[Trait("Store", "Own")]
public sealed class UnreadableRecordTests : IAsyncLifetime
{
    private static readonly ChildId Dan = new("dan");

    private OldHouse old = null!;

    private OakHouse House => old.House;

    public async Task InitializeAsync()
    {
        old = await OldHouse.OpenAsync();
        var cleo = (await House.Administrator.GetAsync("/api/children/cleo")).IsDone().As<Child>();
        (await House.Administrator.PutAsync("/api/children/dan", cleo with { Id = Dan })).IsDone();
    }

    public async Task DisposeAsync() => await old.DisposeAsync();

    [Fact]
    public async Task A_run_says_what_it_could_not_read_leaves_that_childs_records_alone_and_goes_on()
    {
        var concern = await ClosedConcernAsync();
        var run = await old.ProposedAsync();
        await ApprovedThenAsync(
            run,
            async store =>
            {
                await store.MakeUnreadableAsync(new(old.Arrangement));
                await store.MakeUnreadableAsync(ConcernRecords.Kind, concern);
            }
        );

        var seen = await old.CarriedOutAsync(run);

        Assert.NotNull(seen.CompletedAt);
        foreach (var (record, fate) in seen.Records.Zip(seen.Fates))
            Assert.Equal(
                record.Child == Dan ? null
                    : record.Id == old.Arrangement ? KeptBecause.Unreadable
                    : KeptBecause.OthersUnreadable,
                fate.Kept
            );
        (await House.HomesManager.GetAsync("/api/children/dan")).Is(HttpStatusCode.Gone);
        (await House.HomesManager.GetAsync("/api/children/cleo")).IsDone();
        Assert.True(old.IsInTheFiles(OldHouse.Word));

        // Whom it is about cannot be read either: an inspector alone sees that it is there.
        Assert.DoesNotContain(seen.Records, r => r.Id == concern);
        var inspected = (await House.Inspector.GetAsync($"/api/retention/runs/{run.Id}")).IsDone().As<RetentionRun>();
        Assert.Equal(KeptBecause.Unreadable, inspected.Fates[inspected.Records.ToList().FindIndex(r => r.Id == concern)].Kept);
    }

    [Fact]
    public async Task A_home_that_cannot_be_read_keeps_the_childs_own_record_and_stops_nothing_else()
    {
        var run = await old.ProposedAsync();
        await ApprovedThenAsync(run, store => store.MakeUnreadableAsync(RegisterKinds.Homes, Elm.Value));

        var seen = await old.CarriedOutAsync(run);

        Assert.NotNull(seen.CompletedAt);
        foreach (var (record, fate) in seen.Records.Zip(seen.Fates))
            Assert.Equal(record.Type == DocumentTypes.Child.Name ? KeptBecause.OthersUnreadable : null, fate.Kept);
        Assert.False(old.IsInTheFiles(OldHouse.Word));
        foreach (var child in new[] { "cleo", "dan" })
            (await House.HomesManager.GetAsync($"/api/children/{child}")).IsDone();
    }

    [Fact]
    public async Task A_child_about_whom_something_cannot_be_read_is_named_by_a_proposal_and_not_approved()
    {
        var before = await old.ProposedAsync();
        await House.Server.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(old.Arrangement));

        (await old.ApproveAsync(before)).IsRefused(HttpStatusCode.Conflict, "retention");
        var run = await old.ProposedAsync();
        Assert.Equal(Cleo.Id, Assert.Single(run.Unreadable!.Value));
        Assert.Equal(Dan, Assert.Single(run.Records).Child);
        (await old.ApproveAsync(run)).IsDone();
        run = await old.CarriedOutAsync(run);

        Assert.Null(Assert.Single(run.Fates).Kept);
        (await House.HomesManager.GetAsync("/api/children/dan")).Is(HttpStatusCode.Gone);
    }

    private async Task<string> ClosedConcernAsync()
    {
        var report = new ConcernReport(Cleo.Id, ConcernKind.Allegation, "Wendy shouted at her", Wendy.Id);
        var id = await ConcernLifeTests.ReportedAsync(House.Colleague, report);
        (await House.ServiceManager.PostAsync(ConcernLifeTests.To(id, "acknowledgement"))).IsDone();
        var no = new ReferralMade(false, false, null, "It was the television");
        (await House.ServiceManager.PostAsync(ConcernLifeTests.To(id, "referral"), no)).IsDone();
        (await House.ServiceManager.PostAsync(ConcernLifeTests.To(id, "outcome"), new ConcernEnd("Nobody shouted"))).IsDone();
        return id;
    }

    // The clock would carry it out at once: the newer version writes while nobody serves.
    private async Task ApprovedThenAsync(RetentionRun run, Func<IDocumentStore, Task> write)
    {
        await House.Server.StopAsync();
        using (var store = SqliteDocumentStore.Open(OldHouse.Db(House), StoreSchema.Product))
        {
            var runs = StillRuns.On(store, House.Server.Clock);
            var stored = (await runs.ReadAsync(run.Id, default))!;
            Assert.NotNull((await runs.ApproveAsync(stored, Sunil.Id, "Their time is over", _ => [], default)).After);
            await write(store);
        }
        await House.Server.StartAsync();
    }
}
