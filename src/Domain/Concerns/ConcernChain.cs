using System.Collections.Immutable;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Concerns;

/// <summary>Who is told of a concern, level by level: never the person it is about, never somebody barred for the child.</summary>
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

    /// <summary>The first level from one on that has somebody to tell; the last when none has.</summary>
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
        return (Last, At(Last, concern, facts, now));
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
        [
            .. facts
                .Home.OnCall.Present(Levels[level], now)
                .Select(p => p.Person)
                .Distinct()
                .Where(p => concern.IsFor(p) && !facts.Child.IsBarred(p)),
        ];
}
