using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Foresight;

/// <summary>One life that is only thought through.</summary>
internal sealed class Life(Facts facts)
{
    // More than any stage has; what goes on for ever is seen once.
    private const int MostStrikes = 60;

    private readonly Facts clock = facts with { Actor = null };
    private readonly List<ForeseenMessage> messages = [];
    private readonly List<ForeseenClock> clocks = [];
    private Arrangement? approved;

    public ImmutableArray<ForeseenMessage> Messages => [.. messages.Distinct()];

    public ImmutableArray<ForeseenClock> Clocks => [.. clocks];

    public void Begin(ArrangementEvent.Requested asked, Quorum quorum, DateTimeOffset now)
    {
        var requested = ArrangementEvolution.Evolve(null, asked, now);
        if (Judgement.Open(requested, facts, now) is ArrangementEvent.OverridesAsked waits)
            Watch(Stage.Override, Happen(Stage.Override, requested, waits, now), now);
        var question = Judgement.AskApproval(requested, facts, now);
        var round = question.Round with { Quorum = quorum };
        Watch(Stage.Approval, Happen(Stage.Approval, requested, new ArrangementEvent.ApprovalAsked(round), now), now);
        approved = Happen(Stage.Start, requested with { Phase = new Phase.AwaitingApproval(round) }, new ArrangementEvent.Approved(), now);
        Watch(Stage.Start, approved, now);
        // A standing agreement has no session of its own.
        if (approved.Phase is not Phase.Approved)
            return;
        Meet(ArrangementEvolution.Evolve(approved, new ArrangementEvent.Started(new([])), asked.Plan.Start));
    }

    public void Begin(ArrangementEvent.StartedUnplanned started, DateTimeOffset now) => Meet(Happen(Stage.Start, null, started, now));

    public IEnumerable<ForeseenQuestion> AtStart() =>
        approved is not { Phase: Phase.Approved }
            ? []
            : Rules
                .Judge(new StartCase(approved, new([]), facts, approved.Plan.Start))
                .Where(f => f.Field is not null)
                .Select(f => new ForeseenQuestion(Stage.Start, f.Id, f.Lift, f.Field));

    private void Meet(Arrangement active)
    {
        var plan = active.Plan;
        Watch(Stage.Session, active, plan.Start);
        Watch(Stage.CloseOut, ArrangementEvolution.Evolve(active, new ArrangementEvent.Finished(), plan.End), plan.End);
    }

    private Arrangement Happen(Stage stage, Arrangement? before, ArrangementEvent happened, DateTimeOffset now)
    {
        var after = ArrangementEvolution.Evolve(before, happened, now);
        messages.AddRange(Correspondence.For(before, happened, after, facts, now).Select(m => new ForeseenMessage(stage, m.Kind, m.To)));
        return after;
    }

    /// <summary>Lets time pass in one stage while nobody does anything.</summary>
    private void Watch(Stage stage, Arrangement state, DateTimeOffset since)
    {
        var seen = new HashSet<(string, EscalationCause?)>();
        var phase = state.Phase.GetType();
        for (var strikes = 0; strikes < MostStrikes && state.Phase.GetType() == phase; strikes++)
        {
            if (ArrangementClock.Next(state, facts.Policy) is not { } next)
                return;
            var at = next.DueAt > since ? next.DueAt : since;
            Note(next.Name, next.Cause);
            var happened = ArrangementClock.Advance(state, clock, at);
            if (happened.IsEmpty)
                return;
            foreach (var e in happened)
            {
                // Of clocks that strike at one moment only the first is the next.
                if (e is ArrangementEvent.EscalationRaised raised)
                    Note(nameof(ClockKind.Raise), raised.Cause);
                state = ArrangementEvolution.Evolve(state, e, at);
            }

            void Note(string name, EscalationCause? cause)
            {
                if (seen.Add((name, cause)))
                    clocks.Add(new(stage, at, name, cause));
            }
        }
    }
}
