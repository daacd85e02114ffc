using System.Collections.Immutable;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Fairness;

/// <summary>Lays sessions side by side (L-28). What few sessions seem to show is not said.</summary>
public static class FairnessProjection
{
    // Half as much again is within what weeks differ by.
    private const double MuchMore = 1.5;

    // Less than half of what children have on average.
    private const double Little = 0.5;

    /// <summary>Lays sessions side by side.</summary>
    /// <param name="sessions">The sessions of the home in the period.</param>
    /// <param name="children">Every child of the home.</param>
    /// <param name="allocations">The hours a week that are allocated.</param>
    /// <param name="dispositions">What managers made of it before, newest first.</param>
    /// <param name="period">How long the period is.</param>
    /// <param name="policy">The policy: how few are too few, how often is repeatedly.</param>
    /// <returns>The report.</returns>
    public static FairnessReport Of(
        IReadOnlyCollection<SessionFact> sessions,
        IReadOnlyCollection<ChildId> children,
        IReadOnlyCollection<Allocation> allocations,
        IReadOnlyCollection<Disposition> dispositions,
        TimeSpan period,
        Policy policy
    )
    {
        var weeks = period / TimeSpan.FromDays(7);
        var together = sessions.ToLookup(s => (s.Worker, s.Child));
        var allocated = allocations.ToLookup(a => (a.Worker, a.Child), a => a.HoursPerWeek * weeks);
        var pairs = together.Select(t => t.Key).Union(allocated.Select(a => a.Key)).Select(Pair);
        return new(
            FairnessWords.About,
            [.. pairs.OrderByDescending(p => p.Hours).ThenBy(p => p.Worker.Value, StringComparer.Ordinal)],
            [.. children.Select(Child).OrderBy(c => c.Hours).ThenBy(c => c.Child.Value, StringComparer.Ordinal)]
        );

        PairTime Pair((PersonId Worker, ChildId Child) who)
        {
            SessionFact[] shared = [.. together[who]];
            var hours = Hours(shared);
            double? expected = allocated.Contains(who) ? allocated[who].Sum() : null;
            var few = shared.Length < policy.FewestSessions;
            var seen = few ? [] : Patterns(shared, hours, expected, policy).Select(p => Seen(p.Pattern, p.Times, who.Worker, who.Child));
            var words = few ? FairnessWords.TooFew : FairnessWords.Compared(hours, expected);
            return new(who.Worker, who.Child, shared.Length, hours, expected, words, [.. seen]);
        }

        ChildTime Child(ChildId child)
        {
            SessionFact[] had = [.. sessions.Where(s => s.Child == child)];
            var average = Hours(sessions) / Math.Max(1, children.Count);
            var enough = sessions.Count >= policy.FewestSessions;
            var little = had.Length == 0 || (enough && Hours(had) < average * Little);
            return new(child, had.Length, Hours(had), little ? [Seen(FairnessPattern.LittleTime, 0, null, child)] : []);
        }

        PatternSeen Seen(FairnessPattern pattern, int times, PersonId? worker, ChildId child) =>
            new(
                pattern,
                times,
                FairnessWords.Of(pattern, times),
                dispositions.FirstOrDefault(d => d.Pattern == pattern && d.Worker == worker && d.Child == child)
            );
    }

    private static IEnumerable<(FairnessPattern Pattern, int Times)> Patterns(
        SessionFact[] shared,
        double hours,
        double? expected,
        Policy policy
    )
    {
        var overrider = shared.SelectMany(s => s.Overriders).GroupBy(by => by).Select(g => g.Count()).DefaultIfEmpty().Max();
        (FairnessPattern Pattern, int Times)[] counted =
        [
            (FairnessPattern.SecludedPlaces, shared.Count(s => s.Secluded)),
            (FairnessPattern.Overruns, shared.Count(s => s.Overran)),
            (FairnessPattern.SameOverrider, overrider),
            (FairnessPattern.LateHours, shared.Count(s => s.Late)),
        ];
        ImmutableArray<(FairnessPattern Pattern, int Times)> above =
            hours > expected * MuchMore ? [(FairnessPattern.AboveAllocation, 0)] : [];
        return [.. above, .. counted.Where(c => c.Times >= policy.Repeatedly)];
    }

    private static double Hours(IEnumerable<SessionFact> sessions) => Math.Round(sessions.Sum(s => s.Length.TotalHours), 2);
}
