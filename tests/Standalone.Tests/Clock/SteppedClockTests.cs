using OneToOne.Standalone.Clock;

namespace OneToOne.Standalone.Tests.Clock;

[Trait("Store", "Own")]
public sealed class SteppedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly SteppedClock clock = new(Start);
    private readonly List<string> fired = [];

    [Fact]
    public void Time_stands_still_until_it_is_told_to_move()
    {
        Assert.Equal(Start, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Start.AddMinutes(5), clock.GetUtcNow());
        clock.AdvanceTo(Start);
        Assert.Equal(Start.AddMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void Each_timer_runs_at_its_own_moment_and_in_order()
    {
        using var late = Timer("late", 20);
        using var early = Timer("early", 10);
        using var twin = Timer("twin", 10);

        clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(["early 18:10", "twin 18:10", "late 18:20"], fired);
        Assert.Null(clock.NextDue);
    }

    [Fact]
    public void A_timer_that_a_timer_starts_runs_on_the_same_way()
    {
        ITimer? second = null;
        using var first = clock.CreateTimer(_ => second = Timer("second", 5), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(30));
        second!.Dispose();

        Assert.Equal(["second 18:15"], fired);
    }

    [Fact]
    public void A_period_repeats_until_it_is_changed_or_disposed()
    {
        using var timer = Timer("tick", 1, period: 1);
        clock.Advance(TimeSpan.FromMinutes(3));
        timer.Change(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        Assert.Equal(Start.AddMinutes(13), clock.NextDue);
        timer.Dispose();
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["tick 18:01", "tick 18:02", "tick 18:03"], fired);
    }

    [Fact]
    public async Task The_framework_s_delays_run_by_it()
    {
        var delay = Task.Delay(TimeSpan.FromDays(40), clock);
        clock.Advance(TimeSpan.FromDays(39));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));
        await delay;
    }

    private ITimer Timer(string name, int minutes, int period = 0) =>
        clock.CreateTimer(
            _ => fired.Add($"{name} {clock.GetUtcNow():HH:mm}"),
            null,
            TimeSpan.FromMinutes(minutes),
            period > 0 ? TimeSpan.FromMinutes(period) : Timeout.InfiniteTimeSpan
        );
}
