using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.DueWork;
using OneToOne.Functions.Timers;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Support;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Timers;

public sealed class PurgeTimerTests(QuietHouse quiet) : IClassFixture<QuietHouse>
{
    private DateTimeOffset WeekAgo => quiet.House.Now.AddDays(-7);

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(Failed)]
    [InlineData(Terminated)]
    public async Task A_history_goes_a_week_after_its_end_when_the_arrangement_is_over(OrchestrationRuntimeStatus ended)
    {
        var over = await OverAsync();
        quiet.Instances.Are(over, ended, WeekAgo);
        quiet.Instances.Are($"{over}-young", ended, WeekAgo.AddTicks(1));

        await PurgeAsync();

        Assert.Equal([over], quiet.Instances.Purged);
        Assert.Empty(quiet.Instances.Started);
        quiet.Instances.Are(over, Running);
        quiet.Instances.Are($"{over}-young", Running);
    }

    [Fact]
    public async Task One_that_ended_before_its_arrangement_was_over_is_started_again_and_keeps_its_history()
    {
        var open = await quiet.House.RequestedAsync();
        quiet.Instances.Are(open, OrchestrationRuntimeStatus.Completed, WeekAgo);

        await PurgeAsync();

        Assert.Equal([open], quiet.Instances.Started);
        Assert.Empty(quiet.Instances.Purged);
        quiet.Instances.Are(open, Running);
    }

    [Theory]
    [InlineData(Failed)]
    [InlineData(Terminated)]
    public async Task One_that_broke_is_started_again_within_the_hour_though_nothing_is_due(OrchestrationRuntimeStatus broken)
    {
        var open = await quiet.House.RequestedAsync();
        quiet.Instances.Are(open, broken, quiet.House.Now);

        await PurgeAsync();

        Assert.Equal([open], quiet.Instances.Started);
        Assert.Empty(quiet.Instances.Purged);
        quiet.Instances.Are(open, Running);
    }

    [Fact]
    public async Task One_whose_arrangement_cannot_be_read_holds_up_no_other()
    {
        var (unreadable, open) = (await quiet.House.RequestedAsync(), await quiet.House.RequestedAsync());
        await quiet.House.Site.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(unreadable));
        quiet.Instances.Are(unreadable, Failed, WeekAgo);
        quiet.Instances.Are(open, Terminated, WeekAgo);

        await PurgeAsync();

        Assert.Equal([open], quiet.Instances.Started);
        Assert.True(quiet.Logged(LogLevel.Error, unreadable));
        quiet.Instances.Are(unreadable, Running);
        quiet.Instances.Are(open, Running);
    }

    [Fact]
    public async Task The_short_orchestrations_of_other_records_go_as_well_and_what_runs_stays()
    {
        quiet.Instances.Are("short", OrchestrationRuntimeStatus.Completed, WeekAgo, nameof(DueRecordOrchestration));
        quiet.Instances.Are("running", Running, WeekAgo, nameof(DueRecordOrchestration));

        await PurgeAsync();

        Assert.Equal(["short"], quiet.Instances.Purged);
        quiet.Instances.Are("short", Running);
    }

    // Withdrawn, and everybody told.
    private async Task<string> OverAsync()
    {
        var id = await quiet.House.RequestedAsync();
        (await quiet.House.As(Colin).DoAsync(id, "withdrawal", new { reason = "She is ill" })).IsDone();
        quiet.Instances.Are(id, Running);
        quiet.Pass(TimeSpan.FromMinutes(2));
        await quiet.RunAsync<SafetyNetTimer>((net, timer) => net.RunAsync(timer, quiet.Instances.Client, default));
        return id;
    }

    private Task PurgeAsync()
    {
        quiet.Instances.Forget();
        return quiet.RunAsync<PurgeTimer>((purge, timer) => purge.RunAsync(timer, quiet.Instances.Client, default));
    }
}
