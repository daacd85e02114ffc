using OneToOne.Standalone.Clock;

namespace OneToOne.Standalone.Tests.Clock;

[Trait("Store", "Own")]
public sealed class JumpingClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    private readonly Quiet quiet = new();
    private readonly JumpingClock clock;

    public JumpingClockTests() => clock = new(Start, quiet);

    [Fact]
    public async Task It_jumps_from_due_moment_to_due_moment_and_waits_for_the_work_at_each()
    {
        using var end = new CancellationTokenSource();
        var rounds = new List<string>();
        var worker = WorkAsync(rounds, [10, 25, 90], end.Token);

        Assert.True(await clock.PassUntilAsync(() => rounds.Count == 3, Start.AddHours(2), end.Token));
        Assert.Equal(["18:00", "18:10", "18:25"], rounds);
        Assert.Equal(Start.AddMinutes(25), clock.GetUtcNow());

        await clock.PassToAsync(Start.AddHours(3), end.Token);
        Assert.Equal(["18:00", "18:10", "18:25", "19:30"], rounds);
        Assert.Equal(Start.AddHours(3), clock.GetUtcNow());

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }

    [Fact]
    public async Task It_gives_up_at_the_latest_moment()
    {
        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);

        Assert.False(await clock.PassUntilAsync(() => false, Start.AddHours(1), CancellationToken.None));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Time_does_not_pass_while_somebody_is_busy()
    {
        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        var work = quiet.Enter();

        var passing = clock.PassToAsync(Start.AddHours(1), CancellationToken.None);
        Assert.Equal(Start, clock.GetUtcNow());
        work.Dispose();
        work.Dispose();
        await passing;

        Assert.Equal(Start.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_pause_ends_when_asked_and_one_that_was_asked_for_before_does_not_begin()
    {
        var pause = new Pause(clock, quiet);
        pause.End();
        await pause.UntilAsync(null, CancellationToken.None);

        var resting = pause.UntilAsync(Start.AddDays(1), CancellationToken.None);
        await quiet.WhenQuietAsync();
        pause.End();
        Assert.False(quiet.WhenQuietAsync().IsCompleted);
        await resting;
    }

    // Rounds of work, each longer than an instant, with rests between them that end so many minutes after the start.
    private async Task WorkAsync(List<string> rounds, int[] minutes, CancellationToken ct)
    {
        var pause = new Pause(clock, quiet);
        foreach (var minute in minutes)
        {
            await RoundAsync(rounds);
            await pause.UntilAsync(Start.AddMinutes(minute), ct);
        }

        await RoundAsync(rounds);
        await pause.UntilAsync(null, ct);
    }

    private async Task RoundAsync(List<string> rounds)
    {
        await Task.Yield();
        rounds.Add($"{clock.GetUtcNow():HH:mm}");
        await Task.Yield();
    }
}
