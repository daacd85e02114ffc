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
    public async Task A_look_that_fails_ends_nothing_delivers_all_the_same_and_is_repeated_after_a_change()
    {
        var arrangement = stage.Arrange(look => look < 3 ? throw new InvalidOperationException("a bug") : Standing.Over);
        await arrangement.StartAsync();
        await Support.Eventually.TrueAsync(() => arrangement.Delivered == 1, "messages are delivered");
        await arrangement.WakeAsync();
        await arrangement.LookedAsync(2);
        await arrangement.IsAsync(Running);

        await arrangement.WakeAsync();

        await arrangement.IsAsync(Completed);
        Assert.Equal(3, arrangement.Looked);
    }

    [Fact]
    public async Task One_whose_look_and_delivery_both_fail_goes_on_and_ends_with_nothing_under_way()
    {
        var arrangement = stage.Arrange(look =>
            look switch
            {
                1 => Standing.Waits(mail: TimeSpan.Zero),
                2 => throw new InvalidOperationException("a bug"),
                _ => Standing.Over,
            }
        );
        arrangement.Delivers = () => throw new InvalidOperationException("another bug");
        await arrangement.StartAsync();
        await arrangement.LookedAsync(2);

        await arrangement.WakeAsync();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task One_that_is_over_while_a_delivery_hangs_still_hears_of_a_change()
    {
        var carried = new TaskCompletionSource();
        var arrangement = stage.Arrange(look =>
            look switch
            {
                1 => Standing.Waits(mail: TimeSpan.Zero),
                3 => Standing.Waits(),
                _ => Standing.Over,
            }
        );
        arrangement.Delivers = () => carried.Task;
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);
        await arrangement.WakeAsync();
        await arrangement.LookedAsync(2);

        await arrangement.WakeAsync();
        await arrangement.LookedAsync(3);
        carried.SetResult();

        await arrangement.IsAsync(Completed);
    }

    [Fact]
    public async Task A_message_that_is_newer_goes_out_though_a_delivery_hangs_and_none_goes_out_twice()
    {
        var carried = new TaskCompletionSource();
        var begun = 0;
        var (first, second) = (Standing.Waits(mail: TimeSpan.FromSeconds(-2)), Standing.Waits(mail: TimeSpan.FromSeconds(-1)));
        var arrangement = stage.Arrange(look => look < 3 ? first : second);
        arrangement.Delivers = () => Interlocked.Increment(ref begun) == 1 ? carried.Task : Task.CompletedTask;
        await arrangement.StartAsync();
        await arrangement.LookedAsync(1);
        await arrangement.WakeAsync();
        await arrangement.LookedAsync(2);
        Assert.Equal(0, arrangement.Delivered);

        await arrangement.WakeAsync();

        await Support.Eventually.TrueAsync(() => arrangement.Delivered == 1, "the newer message goes out");
        Assert.Equal(2, begun);
        carried.SetResult();
    }

    [Fact]
    public async Task A_new_level_of_an_escalation_ends_the_rest_after_a_delivery_that_failed()
    {
        var attempts = 0;
        var waits = Standing.Waits(mail: TimeSpan.FromSeconds(-1));
        var arrangement = stage.Arrange(look => look < 3 ? waits : waits with { Escalations = ["overdue 2"] });
        arrangement.Delivers = () =>
            Interlocked.Increment(ref attempts) == 1 ? throw new InvalidOperationException("a bug") : Task.CompletedTask;
        await arrangement.StartAsync();
        // The end of a delivery is a reason to look.
        await arrangement.LookedAsync(2);

        await arrangement.WakeAsync();

        await Support.Eventually.TrueAsync(() => arrangement.Delivered == 1, "the new level is told");
        Assert.Equal(2, attempts);
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
        var mail = Standing.Waits(mail: TimeSpan.Zero).MailAt;
        var arrangement = stage.Arrange(look =>
            look < 6 ? Standing.Waits(until: TimeSpan.FromSeconds(1)) with { MailAt = mail } : Standing.Waits()
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
        var waits = Standing.Waits(mail: TimeSpan.Zero);
        var arrangement = stage.Arrange(look =>
            look < 60 ? waits
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
        var waits = Standing.Waits(mail: TimeSpan.Zero);
        var arrangement = stage.Arrange(look => look < 6 ? waits : Standing.Over);
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
