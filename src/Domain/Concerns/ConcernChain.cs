using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Concerns;

/// <summary>
/// Who is told of a concern, level by level: never the person it is about, never somebody barred for the child. The adult whom a worker outside
/// any organisation has nominated (G-06) is that worker's own choice, and hears of it only where the home lists nobody who may.
/// </summary>
public static class ConcernChain
{
    /// <summary>The levels, in order.</summary>
    public static ImmutableArray<Role> Levels { get; } = [Role.HomesManager, Role.ServiceManager];

    /// <summary>The last level.</summary>
    public static int Last => Levels.Length - 1;

    /// <summary>Who is told at a level now. A concern about a homes manager is not for their peers first.</summary>
    /// <param name="level">The level, from 0.</param>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people; empty when the level has nobody who may be told.</returns>
    public static ImmutableArray<PersonId> At(int level, Concern concern, ConcernFacts facts, DateTimeOffset now) =>
        level < Last && facts.Involved.Any(p => p.Has(Levels[level])) ? [] : Present(level, concern, facts, now);

    /// <summary>The first level from one on that has somebody to tell. When none has, everybody listed is told, away or not.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The level and its people.</returns>
    public static (int Level, ImmutableArray<PersonId> People) From(int from, Concern concern, ConcernFacts facts, DateTimeOffset now)
    {
        for (var level = from; level < Last; level++)
            if (At(level, concern, facts, now) is { IsEmpty: false } people)
                return (level, people);
        return (Last, At(Last, concern, facts, now) is { IsEmpty: false } last ? last : Listed(concern, facts));
    }

    /// <summary>Who is told when a level was silent: the next one, and of those below whoever has come on duty since.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The level and the people.</returns>
    public static (int Level, ImmutableArray<PersonId> People) Next(Concern concern, ConcernFacts facts, DateTimeOffset now)
    {
        var (level, people) = From(Math.Min(concern.Level + 1, Last), concern, facts, now);
        var below = Enumerable.Range(0, level).SelectMany(l => At(l, concern, facts, now)).Except(concern.Told);
        return (level, [.. people.Union(below)]);
    }

    /// <summary>Whether a person stands in for managers whom the home does not have (G-06).</summary>
    /// <param name="person">The person.</param>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <returns>Whether they are the nominated adult of a worker in it, and nobody is listed who may hear of it.</returns>
    public static bool StandsIn(PersonId person, Concern concern, ConcernFacts facts) =>
        Managers(concern, facts).IsEmpty && Nominated(concern, facts).Contains(person);

    /// <summary>Who is told of what one of them decided alone: the last level that has somebody else, or else everybody listed.</summary>
    /// <param name="decider">Who decided.</param>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people; empty when nobody else may hear of it.</returns>
    public static ImmutableArray<PersonId> Besides(PersonId decider, Concern concern, ConcernFacts facts, DateTimeOffset now)
    {
        for (var level = Last; level >= 0; level--)
            if (At(level, concern, facts, now).Remove(decider) is { IsEmpty: false } others)
                return others;
        return Listed(concern, facts).Remove(decider);
    }

    /// <summary>Who is told when nobody told so far could be reached: all levels, and nobody twice.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="facts">The registers now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people.</returns>
    public static ImmutableArray<PersonId> Others(Concern concern, ConcernFacts facts, DateTimeOffset now) =>
        [
            .. Enumerable
                .Range(0, Levels.Length)
                .SelectMany(level => Present(level, concern, facts, now))
                .Distinct()
                .Where(p => !concern.Told.Contains(p)),
        ];

    private static ImmutableArray<PersonId> Present(int level, Concern concern, ConcernFacts facts, DateTimeOffset now) =>
        [.. facts.Home.OnCall.Present(Levels[level], now).Select(p => p.Person).Distinct().Where(p => MayHear(p, concern, facts))];

    private static ImmutableArray<PersonId> Listed(Concern concern, ConcernFacts facts) =>
        Managers(concern, facts) is { IsEmpty: false } managers ? managers : Nominated(concern, facts);

    private static ImmutableArray<PersonId> Managers(Concern concern, ConcernFacts facts) =>
        [
            .. facts
                .Home.OnCall.Levels.Where(level => Levels.Contains(level.Role))
                .SelectMany(level => level.People)
                .Select(p => p.Person)
                .Distinct()
                .Where(p => MayHear(p, concern, facts)),
        ];

    private static ImmutableArray<PersonId> Nominated(Concern concern, ConcernFacts facts) =>
        [
            .. facts
                .Involved.Select(p => Authority.NominatedAdult(p, facts.Child))
                .OfType<PersonId>()
                .Distinct()
                .Where(p => MayHear(p, concern, facts)),
        ];

    private static bool MayHear(PersonId person, Concern concern, ConcernFacts facts) =>
        concern.IsFor(person) && !facts.Child.IsBarred(person);
}
