namespace OneToOne.Standalone.Clock;

/// <summary>
/// The rest between two rounds of work that repeats: it ends at a moment, or as soon as somebody asks for a round. Its owner counts as busy
/// whenever it does not rest, from the very moment the rest ends, so that a clock which jumps never runs ahead of it.
/// </summary>
internal sealed class Pause(TimeProvider clock, Quiet quiet)
{
    private readonly Lock gate = new();
    private IDisposable work = quiet.Enter();
    private TaskCompletionSource? resting;
    private DateTimeOffset? until;
    private bool asked;

    /// <summary>Ends the rest, or the next one if there is none now.</summary>
    public void End() => EndBefore(DateTimeOffset.MinValue);

    /// <summary>The same, unless the rest ends by a moment anyway.</summary>
    /// <param name="moment">The moment.</param>
    public void EndBefore(DateTimeOffset moment)
    {
        lock (gate)
        {
            if (resting is not null && until <= moment)
                return;
            asked = resting is null;
            if (resting is null)
                return;
            work = quiet.Enter();
            resting.SetResult();
            resting = null;
        }
    }

    /// <summary>Rests until a moment, or until <see cref="End"/>; not at all if that was called since the last rest.</summary>
    /// <param name="moment">When to end; null for when asked.</param>
    /// <param name="ct">Ends the owner's work for good.</param>
    public async Task UntilAsync(DateTimeOffset? moment, CancellationToken ct)
    {
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IDisposable done;
        lock (gate)
        {
            if (asked)
            {
                asked = false;
                return;
            }

            (resting, done, until) = (rest, work, moment);
        }

        await using var timer = moment is { } due ? clock.CreateTimer(_ => End(), null, Until(due), Timeout.InfiniteTimeSpan) : null;
        done.Dispose();
        await rest.Task.WaitAsync(ct);
    }

    private TimeSpan Until(DateTimeOffset due) => due - clock.GetUtcNow() is { Ticks: > 0 } span ? span : TimeSpan.Zero;
}
