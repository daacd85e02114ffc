using OneToOne.Functions.Arrangements;
using OneToOne.Service.Store;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace OneToOne.Functions.Tests.Arrangements;

/// <summary>What becomes of an orchestration whose activities fail or hang.</summary>
public sealed class FailureTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_look_that_fails_because_the_store_is_out_is_repeated()
    {
        var arrangement = stage.Arrange(look => look < 3 ? throw new StoreUnavailableException("out") : Standing.Over);

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
        Assert.Equal(3, arrangement.Looked);
    }

    [Fact]
    public async Task The_store_may_be_out_beneath_another_failure()
    {
        var arrangement = stage.Arrange(look =>
            look < 2 ? throw new InvalidOperationException("could not look", new StoreUnavailableException("out")) : Standing.Over
        );

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task A_bug_fails_it_at_once_and_it_can_be_started_again()
    {
        var arrangement = stage.Arrange(look => look < 2 ? throw new InvalidOperationException("a bug") : Standing.Over);
        await arrangement.StartAsync();
        await arrangement.IsAsync(Failed);
        Assert.Equal(1, arrangement.Looked);

        Assert.True(await stage.Durable.RestoreAsync(arrangement.Id, CancellationToken.None));

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task One_that_somebody_terminated_is_started_again()
    {
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits() : Standing.Over);
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);
        await stage.Durable.TerminateInstanceAsync(arrangement.Id);
        await arrangement.IsAsync(Terminated);

        Assert.True(await stage.Durable.RestoreAsync(arrangement.Id, CancellationToken.None));

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task One_that_is_missing_is_started_and_one_that_runs_is_told()
    {
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits() : Standing.Over);

        Assert.True(await stage.Durable.RestoreAsync(arrangement.Id, CancellationToken.None));
        await arrangement.LookedAsync(1);
        Assert.False(await stage.Durable.RestoreAsync(arrangement.Id, CancellationToken.None));

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task Messages_that_are_due_are_delivered_and_those_of_later_when_their_time_comes()
    {
        var arrangement = stage.Arrange(look =>
            look switch
            {
                1 => Standing.Waits(mail: TimeSpan.Zero),
                2 => Standing.Waits(mail: TimeSpan.FromSeconds(1)),
                3 => Standing.Waits(mail: TimeSpan.Zero),
                _ => Standing.Over,
            }
        );

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
        Assert.Equal(2, arrangement.Delivered);
    }

    [Fact]
    public async Task The_clock_goes_on_while_a_delivery_hangs()
    {
        var carried = new TaskCompletionSource();
        var arrangement = stage.Arrange(look =>
            look < 6 ? Standing.Waits(until: TimeSpan.FromSeconds(1), mail: TimeSpan.Zero) : Standing.Waits()
        );
        arrangement.Delivers = () => carried.Task;

        await arrangement.StartAsync();
        await arrangement.LookedAsync(5);
        await arrangement.WakeAsync();
        await arrangement.LookedAsync(6);

        Assert.Equal(0, arrangement.Delivered);
        carried.SetResult();
        // The end of a delivery is a reason to look.
        await arrangement.LookedAsync(7);
        Assert.Equal(1, arrangement.Delivered);
    }

    [Fact]
    public async Task A_history_that_is_full_waits_for_the_delivery_that_is_under_way()
    {
        var carried = new TaskCompletionSource();
        var arrangement = stage.Arrange(look =>
            look < 60 ? Standing.Waits(mail: TimeSpan.Zero)
            : carried.Task.IsCompleted ? Standing.Over
            : Standing.Waits()
        );
        arrangement.Delivers = () => carried.Task;
        await arrangement.StartAsync();
        for (var looked = 1; looked < 60; looked++)
        {
            await arrangement.LookedAsync(looked);
            await arrangement.WakeAsync();
        }

        Assert.Equal(0, arrangement.Delivered);
        carried.SetResult();

        await arrangement.IsAsync(Completed);
        Assert.Equal(1, arrangement.Delivered);
    }

    [Fact]
    public async Task A_delivery_that_fails_rests_while_the_clock_goes_on()
    {
        var attempts = 0;
        var arrangement = stage.Arrange(look => look < 6 ? Standing.Waits(mail: TimeSpan.Zero) : Standing.Over);
        arrangement.Delivers = () =>
        {
            Interlocked.Increment(ref attempts);
            throw new InvalidOperationException("a bug");
        };
        await arrangement.StartAsync();
        for (var looked = 1; looked < 6; looked++)
        {
            await arrangement.LookedAsync(looked);
            await arrangement.WakeAsync();
        }

        await arrangement.IsAsync(Completed);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_delivery_that_fails_because_the_store_is_out_is_repeated()
    {
        var attempts = 0;
        var arrangement = stage.Arrange(look => look < 2 ? Standing.Waits(mail: TimeSpan.Zero) : Standing.Over);
        arrangement.Delivers = () =>
            Interlocked.Increment(ref attempts) < 3 ? throw new StoreUnavailableException("out") : Task.CompletedTask;

        await arrangement.StartAsync();

        await arrangement.IsAsync(Completed);
        Assert.Equal((3, 1), (attempts, arrangement.Delivered));
    }
}
