using Microsoft.DurableTask.Client;
using OneToOne.Service.DueWork;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace OneToOne.Functions.Tests.Arrangements;

/// <summary>Events, timers and ends. Every look below came about with replays of all that was before.</summary>
public sealed class ArrangementOrchestrationTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task It_looks_once_for_each_change_however_often_its_history_is_replayed()
    {
        var over = false;
        var arrangement = stage.Arrange(_ => Volatile.Read(ref over) ? Standing.Over : Standing.Waits());
        await arrangement.StartAsync();
        for (var looked = 1; looked < 6; looked++)
        {
            await arrangement.LookedAsync(looked);
            await arrangement.WakeAsync();
        }
        await arrangement.LookedAsync(6);

        Volatile.Write(ref over, true);
        await arrangement.WakeAsync();
        await arrangement.IsAsync(Completed);

        Assert.Equal(7, arrangement.Looked);
    }

    [Fact]
    public async Task A_change_that_came_before_it_began_to_wait_is_not_lost()
    {
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits() : Standing.Over);

        await arrangement.StartAsync();
        await arrangement.WakeAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task A_change_that_is_told_before_the_start_is_seen_by_the_first_look()
    {
        var changed = false;
        var arrangement = stage.Arrange(_ => Volatile.Read(ref changed) ? Standing.Over : Standing.Waits());

        Volatile.Write(ref changed, true);
        await arrangement.WakeAsync();
        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task A_change_that_comes_while_it_looks_has_it_look_again()
    {
        var read = new TaskCompletionSource();
        var arrangement = stage.Arrange(async look =>
        {
            if (look == 1)
                await read.Task;
            return look == 1 ? Standing.Waits() : Standing.Over;
        });
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);

        await arrangement.WakeAsync();
        read.SetResult();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task Many_changes_at_once_end_in_a_look_that_saw_the_last()
    {
        var written = 0;
        var arrangement = stage.Arrange(_ => Volatile.Read(ref written) < 40 ? Standing.Waits() : Standing.Over);
        await arrangement.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async _ =>
                {
                    Interlocked.Increment(ref written);
                    await arrangement.WakeAsync();
                })
        );

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task An_event_that_is_told_twice_after_the_end_disturbs_nobody()
    {
        var arrangement = stage.Arrange(_ => Standing.Over);
        await arrangement.StartAsync();
        await arrangement.IsAsync(Completed);

        await arrangement.WakeAsync();
        await arrangement.WakeAsync();

        Assert.Equal(Completed, (await stage.Durable.GetInstanceAsync(arrangement.Id))!.RuntimeStatus);
        Assert.Equal(1, arrangement.Looked);
    }

    [Fact]
    public async Task What_falls_due_is_looked_at_without_any_event()
    {
        var arrangement = stage.Arrange(look => look < 3 ? Standing.Waits(until: TimeSpan.FromSeconds(1)) : Standing.Over);

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
        Assert.Equal(3, arrangement.Looked);
    }

    [Fact]
    public async Task A_change_comes_before_a_timer_and_the_timer_that_lost_holds_up_no_end()
    {
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits(until: TimeSpan.FromDays(10)) : Standing.Over);
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);

        await arrangement.WakeAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task What_is_still_due_after_a_look_is_not_looked_at_again_at_once()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits(until: TimeSpan.Zero) : Standing.Over);

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task No_change_is_lost_over_sixty_rounds_and_a_new_history()
    {
        var over = false;
        var arrangement = stage.Arrange(_ => Volatile.Read(ref over) ? Standing.Over : Standing.Waits());
        await arrangement.StartAsync();
        var first = await arrangement.IsAsync(Running);
        for (var looked = 1; looked <= 60; looked++)
        {
            await arrangement.LookedAsync(looked);
            await arrangement.WakeAsync();
        }
        await arrangement.LookedAsync(61);

        Volatile.Write(ref over, true);
        await arrangement.WakeAsync();
        var ended = await arrangement.IsAsync(Completed);

        Assert.Equal(62, arrangement.Looked);
        Assert.True(ended.CreatedAt > first.CreatedAt, "It never began a new history.");
    }

    [Fact]
    public async Task Changes_that_rain_in_while_a_new_history_begins_are_not_lost()
    {
        var written = 0;
        var arrangement = stage.Arrange(_ => Volatile.Read(ref written) < 300 ? Standing.Waits() : Standing.Over);
        await arrangement.StartAsync();

        for (; written < 300; Interlocked.Increment(ref written))
            await arrangement.WakeAsync();
        await arrangement.WakeAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task One_that_is_started_by_several_at_once_runs_once()
    {
        var arrangement = stage.Arrange(_ => Standing.Waits());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => arrangement.StartAsync()));

        await arrangement.LookedAsync(1);
        var instances = new List<string>();
        await foreach (var instance in stage.Durable.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: arrangement.Id)))
            instances.Add(instance.InstanceId);
        Assert.Equal([arrangement.Id], instances);
    }

    [Fact]
    public async Task It_says_where_the_arrangement_stands()
    {
        var standing = Standing.Waits(until: TimeSpan.FromDays(1)) with { Escalations = ["overdue 2"] };
        var arrangement = stage.Arrange(_ => standing);
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);

        var says = await Support.Eventually.GetAsync(
            async () => (await arrangement.IsAsync(Running)).ReadCustomStatusAs<ArrangementStanding>(),
            "it says something"
        );

        Assert.Equal(
            (standing.Phase, "overdue 2", standing.WaitsFor, standing.Until),
            (says.Phase, says.Escalations.Single(), says.WaitsFor, says.Until)
        );
    }

    [Fact]
    public async Task One_that_is_not_there_is_over()
    {
        var nobody = stage.Arrange(_ => null as ArrangementStanding);

        await nobody.StartAsync();

        await nobody.IsAsync(Completed);
    }
}
