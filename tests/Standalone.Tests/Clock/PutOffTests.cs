using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Clock;

/// <summary>What a step leaves to be done, and cannot be done for a while, is neither lost nor tried at every look.</summary>
[Trait("Store", "Own")]
public sealed class PutOffTests : IAsyncLifetime
{
    private static readonly ArrangementId Id = new("a1");

    private StillMachine machine = null!;

    public async Task InitializeAsync()
    {
        machine = await StillMachine.OpenAsync();
        await machine.StartedAsync(Id);
        await machine.WorkOffAsync();
    }

    public async Task DisposeAsync() => await machine.DisposeAsync();

    [Fact]
    public async Task A_concern_that_cannot_be_opened_is_tried_again_after_a_minute_and_then_opened()
    {
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.ReportDistress("She wept"));
        var key = ArrangementRecords.Kind.KeyOf(Id.Value);
        var readable = (await machine.Get<IDocumentStore>().ReadAsync(key, default))!;
        await machine.Get<IDocumentStore>().MakeUnreadableAsync(Id);

        await FailsAndRestsAsync(Queries.ConcernsAroseDue);

        await PutBackAsync(readable);
        await machine.Get<DueRecords>().AdvanceAsync(Assert.Single(await DueAsync(Queries.ConcernsAroseDue)), default);
        Assert.Empty(await DueAsync(Queries.ConcernsAroseDue));
        Assert.Single(await machine.Get<IDocumentStore>().AllAsync(new(Queries.ConcernsOfChild, Cleo.Id.Value), default).ToListAsync());
    }

    [Fact]
    public async Task An_early_review_that_an_assessment_cannot_hear_of_is_tried_again_after_a_minute()
    {
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.Finish());
        await machine.WorkOffAsync();
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord with { NeedsChanged = true }));
        await machine.Get<IDocumentStore>().MakeUnreadableAsync(AssessmentRecords.Kind, AssessmentKey.ForChild(Cleo.Id).ToString());

        await FailsAndRestsAsync(Queries.RegisterChangesDue);
    }

    private async Task FailsAndRestsAsync(QueryDefinition kind)
    {
        foreach (var found in await DueAsync(kind))
            await Assert.ThrowsAnyAsync<JsonException>(() => machine.Get<DueRecords>().AdvanceAsync(found, default));

        Assert.Empty(await DueAsync(kind));
        machine.Clock.AdvanceTo(machine.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.NotEmpty(await DueAsync(kind));
    }

    private async Task PutBackAsync(StoredDocument readable)
    {
        var store = machine.Get<IDocumentStore>();
        var now = (await store.ReadAsync(readable.Key, default))!;
        var back = new Operation.Replace(new(readable.Key.Type, readable.Key.Id, readable.Json), now.ETag);
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(new(readable.Key.Partition, "back", back), default));
    }

    private async Task<List<StoredDocument>> DueAsync(QueryDefinition kind) =>
        await machine.Get<DueRecords>().FindAsync(kind, machine.Clock.GetUtcNow(), int.MaxValue, default).ToListAsync();
}
