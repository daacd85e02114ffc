using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Domain.Sessions;

namespace OneToOne.Bench.Sample;

/// <summary>Arrangements of a sample home, made by the domain itself.</summary>
internal static class Occasions
{
    /// <summary>What happens when a manager asks for time with a child: it waits for both approvals.</summary>
    public static ImmutableArray<ArrangementEvent> Requested(
        this SampleHome home,
        int child,
        string id,
        DateTimeOffset start,
        DateTimeOffset now
    ) =>
        Decided(
            null,
            new ArrangementCommand.Request(new(id), home.PlanOf(child, start)),
            home.FactsOf(child, home.Colleague) with
            {
                Named = [.. home.People],
            },
            now
        );

    /// <summary>The arrangement after some events, all at one moment.</summary>
    public static Arrangement After(this IEnumerable<ArrangementEvent> events, DateTimeOffset at) =>
        events.Aggregate((Arrangement?)null, (state, e) => ArrangementEvolution.Evolve(state, e, at))!;

    /// <summary>An arrangement that both have approved.</summary>
    public static Arrangement Approved(this SampleHome home, int child, string id, DateTimeOffset start, DateTimeOffset at) =>
        home.Requested(child, id, start, at)
            .After(at)
            .ApprovedBy(home, child, home.Manager, at)
            .ApprovedBy(home, child, home.Parents[child], at);

    /// <summary>A session under way whose end is expected at a moment.</summary>
    public static Arrangement UnderWay(this SampleHome home, int child, string id, DateTimeOffset expectedEnd)
    {
        var started = expectedEnd.AddMinutes(-50);
        var approved = home.Approved(child, id, started, started.AddDays(-1));
        return approved with
        {
            Phase = new Phase.Active(
                new()
                {
                    Basis = new SessionBasis.Approved(approved.ApprovalRound!),
                    StartedAt = started,
                    ExpectedEnd = expectedEnd,
                    LastContact = expectedEnd.AddMinutes(-20),
                    EndReminded = true,
                }
            ),
        };
    }

    public static ImmutableArray<ArrangementEvent> Decided(
        Arrangement? state,
        ArrangementCommand command,
        Facts facts,
        DateTimeOffset now
    ) =>
        ArrangementDecider.Decide(state, command, facts, now) switch
        {
            Decision<ArrangementEvent>.Accepted accepted => accepted.Events,
            Decision<ArrangementEvent>.Refused refused => throw new InvalidOperationException(
                string.Join(' ', refused.Findings.Select(f => f.Problem))
            ),
            _ => throw new InvalidOperationException("A decision accepts or refuses."),
        };

    private static Arrangement ApprovedBy(this Arrangement state, SampleHome home, int child, Person by, DateTimeOffset at) =>
        Decided(state, new ArrangementCommand.Approve(state.ApprovalRound!.Digest, true), home.FactsOf(child, by), at)
            .Aggregate(state, (s, e) => ArrangementEvolution.Evolve(s, e, at));
}
