using System.Collections.Concurrent;
using OneToOne.Functions.Tests.Hosting;

namespace OneToOne.Functions.Tests.Arrangements;

/// <summary>How long it rests over what cannot be done. A minute of its time is a second here.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private static readonly TimeSpan AlmostAMinute = TimeSpan.FromSeconds(55);

    private readonly FastClock clock = new(new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero), times: 60);
    private readonly ConcurrentQueue<DateTimeOffset> looks = new();
    private readonly Stage stage;

    public PauseTests() => stage = new() { Clock = clock };

    public Task InitializeAsync() => stage.InitializeAsync();

    public Task DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task What_has_been_due_for_long_and_cannot_be_done_is_looked_at_each_minute_only()
    {
        var due = clock.GetUtcNow().AddHours(-1);
        var arrangement = stage.Arrange(_ => Look(Standing.Waits() with { Until = due }));
        await arrangement.StartAsync();

        await arrangement.LookedAsync(4);

        Assert.All(Pauses, pause => Assert.True(pause > AlmostAMinute, $"It looked again after {pause}."));
    }

    [Fact]
    public async Task After_a_look_that_failed_it_looks_again_after_a_minute_without_any_event()
    {
        var arrangement = stage.Arrange(look => Look(look < 4 ? throw Noted() : Standing.Over));
        await arrangement.StartAsync();

        await arrangement.IsAsync(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Completed);

        Assert.All(Pauses, pause => Assert.True(pause > AlmostAMinute, $"It looked again after {pause}."));
        Assert.Equal(3, arrangement.Delivered);
    }

    private IEnumerable<TimeSpan> Pauses => looks.Zip(looks.Skip(1), (one, next) => next - one);

    private T Look<T>(T standing)
    {
        looks.Enqueue(clock.GetUtcNow());
        return standing;
    }

    private InvalidOperationException Noted()
    {
        looks.Enqueue(clock.GetUtcNow());
        return new("a bug");
    }
}
