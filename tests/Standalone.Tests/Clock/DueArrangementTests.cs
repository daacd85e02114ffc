using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.DueWork;
using OneToOne.Service.Json;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Clock;

[Trait("Store", "Own")]
public sealed class DueArrangementTests : IAsyncLifetime
{
    private static readonly ArrangementId Id = new("a-1");

    private StillMachine machine = null!;

    private DueArrangement Arrangement => machine.Get<DueArrangement>();

    public async Task InitializeAsync() => machine = await StillMachine.OpenAsync();

    public async Task DisposeAsync() => await machine.DisposeAsync();

    [Fact]
    public async Task Where_an_arrangement_stands_tells_its_life()
    {
        await machine.RequestedAsync(Id);
        Assert.Equal(("awaitingApproval", "", "approvalReminder"), await LookAsync());

        var asked = (await machine.Get<Service.Arrangements.ArrangementSteps>().ReadAsync(Id, default))!.State;
        await machine.DoneAsync(Id, Harriet, new ArrangementCommand.Approve(asked.ApprovalRound!.Digest, true));
        await machine.DoneAsync(Id, Pat, new ArrangementCommand.Approve(asked.ApprovalRound.Digest, true));
        Assert.Equal(("approved", "", "askWorkerToStart"), await LookAsync());

        await machine.DoneAsync(Id, Colin, new ArrangementCommand.AcknowledgeNotice(asked.ApprovalRound.Digest));
        machine.Clock.AdvanceTo(asked.Plan.Start);
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.Start(new([0])));
        Assert.Equal(("active", "", "remindOfEnd"), await LookAsync());

        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.CallHelp());
        Assert.Equal(("active", "helpNow 2", "passOn helpNow"), await LookAsync());
    }

    [Fact]
    public async Task It_waits_for_the_moment_that_the_record_waits_for_and_for_its_mail()
    {
        await machine.RequestedAsync(Id);

        var asked = (await Arrangement.AdvanceAsync(Id, default))!;
        Assert.Equal(machine.Clock.GetUtcNow(), asked.MailAt);

        await Arrangement.DeliverAsync(Id, default);
        var told = (await Arrangement.ReadAsync(Id, default))!;
        Assert.Null(told.MailAt);
        Assert.NotEqual(0, machine.Mails);

        machine.Clock.AdvanceTo(told.Until!.Value);
        var reminded = (await Arrangement.AdvanceAsync(Id, default))!;
        Assert.True(reminded.Until > told.Until);
        Assert.Equal(reminded.Until, (await Arrangement.AdvanceAsync(Id, default))!.Until);
    }

    [Fact]
    public async Task It_is_over_when_nothing_can_happen_and_everybody_was_told()
    {
        await machine.RequestedAsync(Id);
        await machine.DoneAsync(Id, Colin, new ArrangementCommand.Withdraw("She changed her mind"));
        Assert.False((await Arrangement.AdvanceAsync(Id, default))!.IsOver);

        await Arrangement.DeliverAsync(Id, default);

        var over = (await Arrangement.AdvanceAsync(Id, default))!;
        Assert.Equal(("withdrawn", true, null, null), (over.Phase, over.IsOver, over.WaitsFor, over.Until));
    }

    [Fact]
    public async Task It_names_nobody()
    {
        await machine.StartedAsync(Id);
        await machine.DoneAsync(Id, Wendy, new ArrangementCommand.CallHelp());

        var told = JsonSerializer.Serialize(await Arrangement.AdvanceAsync(Id, default), WireFormat.Options);

        Assert.All(
            Everybody.Select(p => p.Id.Value).Append(Cleo.Id.Value).Append("Lounge").Append(Oak.Value),
            word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Of_an_arrangement_that_is_not_there_nothing_is_said() =>
        Assert.Null(await Arrangement.AdvanceAsync(new("none"), default));

    private async Task<(string Phase, string Escalations, string? WaitsFor)> LookAsync()
    {
        var standing = (await Arrangement.AdvanceAsync(Id, default))!;
        return (standing.Phase, string.Join(", ", standing.Escalations), standing.WaitsFor);
    }
}
