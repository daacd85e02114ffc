using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Guidance;

/// <summary>What the terms of a standing agreement must say, and who else may be there.</summary>
internal static class StandingRules
{
    private const int MostChildren = 8;

    /// <summary>All of them; they say nothing of an ordinary plan.</summary>
    public static ImmutableArray<Rule<RequestCase>> All { get; } =
    [
        new("company", AlsoPresent),
        new("standing", Scope),
        new("standing", Window),
        new("standing", Longest),
        new("worker", Workers),
        new("G-16", G16),
    ];

    private static Finding? AlsoPresent(RequestCase c) =>
        c.Plan.AlsoPresent.Contains(c.Plan.Child)
        || c.Plan.AlsoPresent.Distinct().Count() != c.Plan.AlsoPresent.Length
        || c.Plan.AlsoPresent.Length > MostChildren
            ? Refuse(
                "company",
                "The other children who are there are not named each once.",
                $"Name up to {MostChildren} others, and make a request for each.",
                "alsoPresent"
            )
            : null;

    private static Finding? Scope(RequestCase c) =>
        c.Plan.Standing is { } terms
        && !(
            terms.Purposes.Contains(c.Plan.Purpose)
            && terms.Settings.Contains(c.Plan.Place.Setting)
            && terms.Purposes.All(Enum.IsDefined)
            && terms.Settings.All(Enum.IsDefined)
        )
            ? Refuse(
                "standing",
                "The agreement does not say what its occasions are for and where.",
                "Name the purposes and the kinds of place, the plan's own among them.",
                terms.Purposes.Contains(c.Plan.Purpose) ? "standing.settings" : "standing.purposes"
            )
            : null;

    private static Finding? Window(RequestCase c) =>
        c.Plan.Standing is { Window: var window }
        && (
            window.Days.IsEmpty
            || !window.Days.All(Enum.IsDefined)
            || window.Until - window.From < c.Plan.Length
            || window.Until <= window.From
        )
            ? Refuse(
                "standing",
                "The agreement does not say when in the week.",
                "Name the days, and hours of one day that the occasion fits into.",
                "standing.window"
            )
            : null;

    private static Finding? Longest(RequestCase c) =>
        c.Plan.Standing is { Longest: var longest }
        && (longest < c.Plan.Length || longest > TimeSpan.FromDays(1) || longest.Ticks % TimeSpan.TicksPerMinute != 0)
            ? Refuse(
                "standing",
                "The longest occasion is shorter than the usual one, or is not a length.",
                "Give whole minutes, at least the plan's own length.",
                "standing.longest"
            )
            : null;

    // Whoever approves for a worker outside any organisation is that worker's own nominated adult.
    private static Finding? Workers(RequestCase c) =>
        c.Plan.Standing is { AlsoWorkers: { IsEmpty: false } others }
        && (
            c.Facts.Worker.Engagement is Engagement.Independent
            || others.Contains(c.Plan.Worker)
            || others.Distinct().Count() != others.Length
            || !others.All(id => IsWorker(id, c))
        )
            ? Refuse(
                "worker",
                "The agreement names somebody who may not be alone with this child under it.",
                "Name workers of the home, each once; a worker outside any organisation has an agreement of their own.",
                "standing.alsoWorkers"
            )
            : null;

    // The next review is not looked at: its date would tell of L-10 and L-11. Once it has passed, the agreement is suspended until it is made.
    private static Finding? G16(RequestCase c) =>
        c.Plan.Standing is { ValidUntil: var until }
        && (until <= c.Now || until <= c.Plan.Start || until > c.Now + c.Facts.Policy.ReviewIntervalCap)
            ? Refuse(
                "G-16",
                "The agreement runs longer than any review may be away, or not at all.",
                $"End it after its beginning and within {c.Facts.Policy.ReviewIntervalCap.TotalDays:0} days.",
                "standing.validUntil"
            )
            : null;

    private static bool IsWorker(PersonId id, RequestCase c) =>
        c.Facts.Named.FirstOrDefault(p => p.Id == id) is { } person
        && person.Has(Role.Worker)
        && person.Homes.Contains(c.Facts.Home.Id)
        && !person.HasLeft(c.Facts.Home.DayOf(c.Now))
        && person.Engagement is not Engagement.Independent
        && !c.Facts.Child.IsBarred(id);

    private static Finding Refuse(string id, string problem, string lift, string field) => new(id, DutyKind.Hard, problem, lift, field);
}
