namespace OneToOne.Standalone.Clock;

/// <summary>
/// A clock for demonstrations and tests: while somebody lets time pass, it jumps from one due moment to the next, and at each waits until
/// all that follows from it is done. A long evening takes a second, in the same order as a real one.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start, Quiet quiet) : SteppedClock(start)
{
    /// <summary>What the clock waits for before each jump.</summary>
    public Quiet Quiet => quiet;

    /// <summary>Lets time pass up to a moment.</summary>
    public async Task PassToAsync(DateTimeOffset moment, CancellationToken ct)
    {
        await PassUntilAsync(static () => false, moment, ct);
        AdvanceTo(moment);
        await quiet.WhenQuietAsync().WaitAsync(ct);
    }

    /// <summary>Lets time pass until something is so; it is asked whenever all is quiet.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="latest">When to give up; time does not pass beyond it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it came to be so.</returns>
    public async Task<bool> PassUntilAsync(Func<bool> condition, DateTimeOffset latest, CancellationToken ct)
    {
        while (true)
        {
            await quiet.WhenQuietAsync().WaitAsync(ct);
            if (condition())
                return true;
            if (NextDue is not { } next || next > latest)
                return false;
            AdvanceTo(next);
        }
    }
}
