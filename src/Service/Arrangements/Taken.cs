using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Arrangements;

using Happening = Happening<ArrangementEvent>;

/// <summary>What a step makes happen, before any of it is on disk: what is due first, then what is asked, then what that makes due.</summary>
/// <param name="Happened">The events, in order; empty when there is nothing to commit.</param>
/// <param name="Result">What is answered once they are on disk.</param>
/// <param name="At">The moment of the step.</param>
/// <param name="After">The arrangement afterwards; null when there is none.</param>
internal sealed record Taken(ImmutableArray<Happening> Happened, StepResult Result, DateTimeOffset At, Arrangement? After)
{
    public static Taken Of(Step step, Arrangement? state, FactsRead read, DateTimeOffset now)
    {
        var happened = ImmutableArray.CreateBuilder<Happening>();
        var current = state;
        // What becomes of the other children's arrangements after the start does not stop this one.
        var byItself = read.Facts with
        {
            Actor = null,
            Company = step.WithCompany ? read.Facts.Company : null,
            Beside = step.Command is null ? read.Facts.Company : null,
        };
        if (state is not null && AreAbout(state, read.Facts))
            current = Add(ArrangementClock.Advance(state, byItself, now), null);
        if (step.Command is null)
            return new(happened.ToImmutable(), new StepResult.Done(current!), now, current);
        if (current is not null && step.Seen?.Invoke(current) == false)
            return new(happened.ToImmutable(), new StepResult.Stale(current), now, current);
        switch (ArrangementDecider.Decide(current, step.Command, read.Facts, now))
        {
            case Decision<ArrangementEvent>.Refused refused:
                return new(happened.ToImmutable(), new StepResult.Refused(refused.Findings, current), now, current);
            case Decision<ArrangementEvent>.Accepted accepted:
                current = Add(accepted.Events, step.By);
                // What the new state makes due at once belongs to the same step.
                current = Add(ArrangementClock.Advance(current!, byItself, now), null);
                return new(happened.ToImmutable(), new StepResult.Done(current!), now, current);
            default:
                throw new InvalidOperationException("A decision accepts or refuses.");
        }

        Arrangement? Add(ImmutableArray<ArrangementEvent> events, PersonId? by)
        {
            foreach (var e in events)
            {
                var after = ArrangementRecords.Kind.Evolve(current, e, now);
                // Two events of one step may tell the same person the same.
                var said = happened.SelectMany(h => h.Messages).ToArray();
                ImmutableArray<Message> messages = [.. Correspondence.For(current, e, after, read.Facts, now).Except(said)];
                happened.Add(new(e, by, read.Known, messages, by is null ? null : step.Command?.HappenedAt));
                current = after;
            }
            return current;
        }
    }

    private static bool AreAbout(Arrangement state, Facts facts) =>
        facts.Child.Id == state.Plan.Child && facts.Worker.Id == state.Plan.Worker;
}
