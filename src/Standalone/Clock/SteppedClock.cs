namespace OneToOne.Standalone.Clock;

/// <summary>
/// A clock that stands still until it is told to move. On its way it stops at each timer that falls due, in order, and runs it to the end
/// of its callback; so nothing is ever skipped or late by this clock.
/// </summary>
internal class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<SteppedTimer, (long Due, long Order)> timers = new();
    private long now = start.UtcTicks;
    private long order;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref now);

    /// <summary>When the next timer falls due; null when none is waiting.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return Head() is { } timer ? new(timer.Due, TimeSpan.Zero) : null;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on by a span, running each timer that falls due on the way.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves on to a moment, running each timer that falls due on the way; a moment that has passed runs those that are due now.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (TakeDue(moment.UtcTicks) is { } timer)
            timer.Fire();
        lock (gate)
            now = Math.Max(now, moment.UtcTicks);
    }

    private SteppedTimer? TakeDue(long until)
    {
        lock (gate)
        {
            if (Head() is not { } timer || timer.Due > until)
                return null;
            timers.Dequeue();
            now = Math.Max(now, timer.Due);
            timer.Due = SteppedTimer.Never;
            if (timer.Period > 0)
                Schedule(timer, now + timer.Period);
            return timer;
        }
    }

    // An entry is stale when its timer was changed after it was queued.
    private SteppedTimer? Head()
    {
        while (timers.TryPeek(out var timer, out var at))
        {
            if (timer.Due == at.Due && timer.Order == at.Order)
                return timer;
            timers.Dequeue();
        }

        return null;
    }

    private void Schedule(SteppedTimer timer, long due)
    {
        (timer.Due, timer.Order) = (due, ++order);
        timers.Enqueue(timer, (due, timer.Order));
    }

    private sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public const long Never = long.MaxValue;

        public long Due { get; set; } = Never;

        public long Order { get; set; }

        public long Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Period = Math.Max(0, period.Ticks);
                if (dueTime < TimeSpan.Zero)
                    Due = Never;
                else
                    clock.Schedule(this, clock.now + dueTime.Ticks);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                (Due, Period) = (Never, 0);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
