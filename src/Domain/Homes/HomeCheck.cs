using System.Collections.Immutable;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Guidance.FieldFinding;

namespace OneToOne.Domain.Homes;

/// <summary>What a home's record must be.</summary>
public static class HomeCheck
{
    /// <summary>Judges a record that somebody wants to keep.</summary>
    /// <param name="home">The record.</param>
    /// <param name="people">The people it names, as far as the register knows them.</param>
    /// <returns>One finding for each field that is not as it must be; empty when it can be kept.</returns>
    public static ImmutableArray<Finding> Check(this Home home, IEnumerable<Person> people)
    {
        var known = people.ToLookup(person => person.Id);
        return
        [
            .. Fields(home)
                .Concat(home.OnCall.Levels.SelectMany((level, i) => People(home, level, $"onCall.levels[{i}]", known)))
                .Select(fault => Of("home", fault.Field, fault.Rule)),
        ];
    }

    private static IEnumerable<(string Field, string Rule)> Fields(Home home)
    {
        if (!IsLine(home.Name))
            yield return ("name", $"is one line of 1 to {LongestName} characters");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(home.TimeZone, out var zone) || !zone.HasIanaId)
            yield return ("timeZone", "is an IANA name such as Europe/London");
        if (!home.OnCall.Levels.Select(level => level.Role).Order().SequenceEqual(OnCallList.LevelRoles.Order()))
            yield return ("onCall.levels", "has one level for each of senior manager, homes manager and service manager");
        var allocations = home.Allocations ?? [];
        if (allocations.Any(a => !(a.HoursPerWeek is > 0 and <= Allocation.MostHours)))
            yield return ("allocations", $"gives each more than 0 and at most {Allocation.MostHours} hours a week");
        if (!AreDistinct(allocations.Select(a => (a.Worker, a.Child, a.Kind))))
            yield return ("allocations", "names each worker and child once for each kind");
        if (!AreDistinct(home.VulnerableAreas.Select(area => area.Name?.Trim().ToUpperInvariant() ?? "")))
            yield return ("vulnerableAreas", "has each area once");
        for (var i = 0; i < home.VulnerableAreas.Length; i++)
            if (home.VulnerableAreas[i] is var area && !(IsLine(area.Name) && IsText(area.Guidance) && IsLine(area.Topic)))
                yield return ($"vulnerableAreas[{i}]", "has a name and a topic of one line each, and its guidance");
    }

    private static IEnumerable<(string Field, string Rule)> People(
        Home home,
        OnCallLevel level,
        string path,
        ILookup<PersonId, Person> known
    )
    {
        if (level.People.IsEmpty)
            yield return ($"{path}.people", "has somebody");
        if (!AreDistinct(level.People.Select(entry => entry.Person)))
            yield return ($"{path}.people", "has each person once");
        for (var i = 0; i < level.People.Length; i++)
        {
            var entry = level.People[i];
            if (!known[entry.Person].Any(person => MayServe(person, entry.Deputy, level.Role, home)))
                yield return ($"{path}.people[{i}].person", Serves(level.Role));
            if (entry.Absences.Any(absence => absence.From >= absence.Until))
                yield return ($"{path}.people[{i}].absences", "each end after they begin");
        }
    }

    // Whoever stands in for a head decides as one: a worker would decide on their own sessions.
    private static bool MayServe(Person person, bool deputy, Role role, Home home) =>
        person.Homes.Contains(home.Id)
        && (
            !deputy ? person.Has(role)
            : role is Role.SeniorManager ? person.Roles.Any(held => held.IsStaff())
            : person.Roles.Any(held => held.IsManager())
        );

    private static string Serves(Role role) =>
        $"holds the level's role in this home, or as a deputy {(role is Role.SeniorManager ? "any staff role" : "a manager's role")} in it";
}
