using System.Collections.Immutable;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Homes;

/// <summary>A time during which a person of the on-call list cannot be asked.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment on which they are back.</param>
public sealed record Absence(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whether a moment falls into it.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Whether the person is away then.</returns>
    public bool Covers(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>One person of an on-call level.</summary>
/// <param name="Person">Who.</param>
/// <param name="Deputy">Whether they act with the role's power without holding the role; recorded as such.</param>
/// <param name="Absences">When they cannot be asked.</param>
public sealed record OnCallPerson(PersonId Person, bool Deputy, ImmutableArray<Absence> Absences)
{
    /// <summary>Whether the person can be asked at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Whether no absence covers it.</returns>
    public bool IsPresent(DateTimeOffset at)
    {
        foreach (var absence in Absences)
            if (absence.Covers(at))
                return false;
        return true;
    }
}

/// <summary>The people of one level, in the order in which they are asked.</summary>
/// <param name="Role">The role that the level acts for: senior, homes or service manager.</param>
/// <param name="People">Who, in order.</param>
public sealed record OnCallLevel(Role Role, ImmutableArray<OnCallPerson> People);

/// <summary>Whom a home asks and tells, level by level.</summary>
/// <param name="Levels">One level for each of the three managers' roles.</param>
public sealed record OnCallList(ImmutableArray<OnCallLevel> Levels)
{
    /// <summary>The three roles that every list has a level for, in the order of an escalation.</summary>
    public static ImmutableArray<Role> LevelRoles { get; } = [Role.SeniorManager, Role.HomesManager, Role.ServiceManager];

    /// <summary>Who can be asked at a moment.</summary>
    /// <param name="role">The level's role.</param>
    /// <param name="at">The moment.</param>
    /// <returns>Those who are not away, in the list's order, deputies marked as such; empty when nobody is there.</returns>
    public ImmutableArray<OnCallPerson> Present(Role role, DateTimeOffset at) =>
        [.. Levels.Where(level => level.Role == role).SelectMany(level => level.People).Where(person => person.IsPresent(at))];

    /// <summary>Whether a person stands in for a role at a moment. Asked several times in every step, so it allocates nothing.</summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The level's role.</param>
    /// <param name="at">The moment.</param>
    /// <returns>Whether they are a deputy of that level and not away.</returns>
    public bool IsDeputy(PersonId person, Role role, DateTimeOffset at)
    {
        foreach (var level in Levels)
            if (level.Role == role)
                foreach (var entry in level.People)
                    if (entry.Deputy && entry.Person == person && entry.IsPresent(at))
                        return true;
        return false;
    }

    /// <summary>The levels that have nobody at a moment; a start is refused while there is one.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Their roles, in the order of an escalation.</returns>
    public ImmutableArray<Role> Unstaffed(DateTimeOffset at) => [.. LevelRoles.Where(role => Present(role, at).IsEmpty)];
}
