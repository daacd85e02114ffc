using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Clock;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Properties;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>What stands beside an arrangement and cannot be read must not hide it, nor keep anybody from looking for a child.</summary>
public sealed class UnreadableNeighbourTests
{
    private const string NotLooked = "what is open of its worker and its child could not be looked at (JsonException)";

    [Fact]
    public async Task A_manager_sees_an_arrangement_although_another_of_the_child_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var unreadable = await house.RequestedAsync();
        var id = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        Assert.NotNull((await house.HomesManager.SeeAsync(id)).TimeSoFar);
        await MakeUnreadableAsync(house, unreadable);

        var seen = await house.HomesManager.SeeAsync(id);

        Assert.Equal(id, seen.Id.Value);
        Assert.Null(seen.TimeSoFar);
    }

    [Fact]
    public async Task A_worker_lists_what_is_theirs_although_one_of_it_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var unreadable = await house.RequestedAsync();
        var id = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        await MakeUnreadableAsync(house, unreadable);

        var listed = (await house.Worker.GetAsync("/api/arrangements?worker=wendy")).IsDone().As<Page<ArrangementBrief>>();

        Assert.Equal(id, Assert.Single(listed.Items).Id.Value);
        Assert.Equal(1, listed.Unreadable);
    }

    [Fact]
    public async Task One_for_several_children_is_seen_and_withdrawn_although_another_of_the_child_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var unreadable = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        var id = await house.RequestedAsync(plan => plan with { AlsoPresent = [new("kim")] });
        await MakeUnreadableAsync(house, unreadable);

        Assert.Equal(id, (await house.Colleague.SeeAsync(id)).Id.Value);
        (await house.Colleague.DoAsync(id, "withdrawal", new { reason = "They stay with the others" })).IsDone();
    }

    [Fact]
    public async Task Somebody_looks_for_a_child_whose_session_is_overdue_although_another_arrangement_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var id = await StartedBesideUnreadableAsync(house);

        await house.Server.PassAsync(TimeSpan.FromHours(3));

        Assert.Contains((await house.Senior.SeeAsync(id)).Escalations, e => e.Cause == EscalationCause.Overdue);
        Assert.Contains(house.Server.Logs.Lines, line => line.Contains($"Arrangement {id}: {NotLooked}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_goes_and_looks_when_the_worker_is_barred_although_another_arrangement_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var id = await StartedBesideUnreadableAsync(house);
        var read = (await house.Administrator.GetAsync("/api/children/cleo")).IsDone();
        var barred = read.As<Child>() with { Barred = [new(Wendy.Id, "An allegation is looked into", house.Now)] };
        (await house.Administrator.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();

        await house.Server.PassAsync(TimeSpan.Zero);

        Assert.Equal(EscalationCause.WorkerBarred, Assert.Single((await house.Senior.SeeAsync(id)).Escalations).Cause);
    }

    [Fact]
    public async Task Nothing_starts_while_another_arrangement_of_the_child_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var unreadable = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        var id = await house.ApprovedAsync();
        (await house.Colleague.DoAsync(id, "notice", new { (await house.Colleague.SeeAsync(id)).Digest })).IsDone();
        await house.Server.PassAsync(TimeSpan.FromHours(2));
        await MakeUnreadableAsync(house, unreadable);

        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).Is(HttpStatusCode.InternalServerError);

        Assert.Equal("approved", (await house.Senior.SeeAsync(id)).Phase);
    }

    [Fact]
    [Trait("Store", "Own")]
    public async Task Somebody_looks_for_a_child_although_the_store_does_not_say_what_else_is_open()
    {
        await using var machine = await StillMachine.OpenAsync();
        var id = new ArrangementId("a1");
        await machine.StartedAsync(id);
        machine.Clock.AdvanceTo(machine.Clock.GetUtcNow().AddHours(3));
        using var host = new Side(new WithoutNeighbours(machine.Get<IDocumentStore>()), machine.Clock);

        await host.Arrangements.AdvanceAsync(id, default);

        var state = (await host.Arrangements.ReadAsync(id, default))!.State;
        Assert.IsType<Phase.Active>(state.Phase);
        Assert.NotNull(state.EscalationOf(EscalationCause.Overdue));
    }

    private static async Task<string> StartedBesideUnreadableAsync(OakHouse house)
    {
        var unreadable = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        var id = await house.StartedAsync();
        await MakeUnreadableAsync(house, unreadable);
        return id;
    }

    private static Task MakeUnreadableAsync(OakHouse house, string id) =>
        house.Server.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(id), due: false);

    private sealed class WithoutNeighbours(IDocumentStore store) : IDocumentStore
    {
        public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct) => store.ReadAsync(key, ct);

        public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct) =>
            store.ReadManyAsync(wanted, ct);

        public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => store.CommitAsync(commit, ct);

        public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => store.PeekAsync(query, ct);

        public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) =>
            query.Definition == Queries.OpenArrangementsOfWorker || query.Definition == Queries.OpenArrangementsOfChild
                ? throw new StoreUnavailableException("Too many ask.")
                : store.QueryAsync(query, ct);
    }
}
