using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Deliveries;
using OneToOne.Service.DueWork;
using OneToOne.Service.Links;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Clock;

/// <summary>What a host is told, so that it need not ask.</summary>
[Trait("Store", "Own")]
public sealed class WakeUpTests : IAsyncLifetime
{
    private static readonly ArrangementId Id = new("a-1");

    private StillMachine machine = null!;

    public async Task InitializeAsync() => machine = await StillMachine.OpenAsync();

    public async Task DisposeAsync() => await machine.DisposeAsync();

    [Fact]
    public async Task A_new_arrangement_is_to_be_watched_and_each_later_step_is_told()
    {
        var asked = await machine.RequestedAsync(Id);
        await machine.DoneAsync(Id, Harriet, new ArrangementCommand.Approve(asked.ApprovalRound!.Digest, true));

        Assert.Equal(["watch arrangement", "wake arrangement"], machine.Told);
    }

    [Fact]
    public async Task One_that_was_over_is_to_be_watched_again_when_something_is_added()
    {
        await machine.RequestedAsync(Id);
        await machine.DoneAsync(Id, Colin, new ArrangementCommand.Withdraw("She changed her mind"));
        await machine.Get<DueArrangement>().DeliverAsync(Id, default);
        machine.Told.Clear();

        await machine.DoneAsync(Id, Colin, new ArrangementCommand.AddAddendum("They met all the same"));

        Assert.Equal(["watch arrangement"], machine.Told);
    }

    [Fact]
    public async Task A_link_that_is_sent_again_is_told_even_when_whoever_asked_has_gone()
    {
        await machine.RequestedAsync(Id);
        await machine.Get<DueArrangement>().DeliverAsync(Id, default);
        machine.Told.Clear();
        using var request = new CancellationTokenSource();

        Assert.Equal(
            LinkSent.Queued,
            await machine.Get<LinkAgain>().SendAsync(Id, LinkPurpose.Approve, Harriet.Id, Sunil.Id, request.Token)
        );

        Assert.Equal(["wake arrangement"], machine.Told);
        Assert.False(machine.WouldBeCutShort);
    }

    [Fact]
    public async Task A_register_change_is_told_by_what_has_to_be_handed_on_and_reaches_the_arrangement()
    {
        await machine.RequestedAsync(Id);
        machine.Told.Clear();
        var before = await machine.Get<Service.Records.Ledger>().ReadAsync(RegisterKinds.Children, Cleo.Id.Value, default);

        await machine
            .Get<RegisterWriter>()
            .WriteAsync(
                Cleo with
                {
                    Version = 2,
                    Barred = [new(Pat.Id, "A court said so", machine.Clock.GetUtcNow())],
                },
                Sunil.Id,
                before,
                default
            );
        Assert.Equal(["watch registerChanged"], machine.Told);

        await machine.WorkOffAsync();
        Assert.Contains("wake arrangement", machine.Told);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task What_nobody_waits_for_is_told_to_nobody()
    {
        var before = await machine.Get<Service.Records.Ledger>().ReadAsync(RegisterKinds.Homes, Oak.Value, default);

        await machine.Get<RegisterWriter>().WriteAsync(Oaks with { Version = 2 }, Sunil.Id, before, default);

        Assert.Empty(machine.Told);
    }

    [Fact]
    public async Task A_record_that_is_not_there_has_nothing_to_be_done() =>
        Assert.False(await machine.Get<DueRecords>().WorkOffAsync(RegisterChanged.KeyOf("child.none", "none"), default));

    private async Task<List<StoredDocument>> DueAsync()
    {
        var found = new List<StoredDocument>();
        await foreach (var due in machine.Get<DueRecords>().FindAsync(Queries.RegisterChangesDue, DateTimeOffset.MaxValue, 10, default))
            found.Add(due);
        return found;
    }
}
