using System.Collections.Immutable;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Guidance.FieldFinding;

namespace OneToOne.Domain.Children;

/// <summary>What a child's record must be.</summary>
public static class ChildCheck
{
    private const int OldestInYears = 25;

    /// <summary>Judges a record that somebody wants to keep.</summary>
    /// <param name="child">The record.</param>
    /// <param name="people">The people it names, as far as the register knows them.</param>
    /// <param name="today">The day, in the home's time zone.</param>
    /// <returns>One finding for each field that is not as it must be; empty when it can be kept.</returns>
    public static ImmutableArray<Finding> Check(this Child child, IEnumerable<Person> people, DateOnly today)
    {
        var known = people.ToLookup(person => person.Id);
        return
        [
            .. Fields(child, today)
                .Concat(Responsible(child, known))
                .Concat(PlacingAuthority(child, known))
                .Concat(Barred(child))
                .Select(fault => Of("child", fault.Field, fault.Rule)),
        ];
    }

    private static IEnumerable<(string Field, string Rule)> Fields(Child child, DateOnly today)
    {
        if (!IsLine(child.Reference))
            yield return ("reference", $"is one line of 1 to {LongestName} characters, and not the child's name");
        if (child.DateOfBirth > today || child.AgeOn(child.DiedOn ?? today) > OldestInYears)
            yield return ("dateOfBirth", $"is not in the future and at most {OldestInYears} years ago");
        if (child.AdmittedOn < child.DateOfBirth || child.AdmittedOn > today.AddYears(1))
            yield return ("admittedOn", "is not before the day of birth, and at most a year ahead");
        if (child.DiedOn < child.DateOfBirth || child.DiedOn > today)
            yield return ("diedOn", "is not before the day of birth and not in the future");
        if (!IsLine(child.Gender))
            yield return ("gender", $"is one line of 1 to {LongestName} characters");
        if (!IsSound(child.CarePlan))
            yield return ("carePlan", "has a reference and a version from 1");
        if (!IsSound(child.CaseHistory))
            yield return ("caseHistory", "has a reference and a version from 1");
    }

    private static IEnumerable<(string Field, string Rule)> Responsible(Child child, ILookup<PersonId, Person> known)
    {
        for (var i = 0; i < child.Responsible.Length; i++)
        {
            var (person, kind, delegated) = child.Responsible[i];
            if (!known[person].Any(found => found.Has(Role.ParentOrCarer)))
                yield return ($"responsible[{i}].person", "is a parent or carer of the register");
            if (known[person].Any(found => IsStaffOf(found, child)))
                yield return ($"responsible[{i}].person", "is not one of the home's own staff");
            if (!Enum.IsDefined(kind) || (kind == ResponsibilityKind.Delegated) != IsText(delegated))
                yield return ($"responsible[{i}].delegated", "says what is delegated, exactly if something is");
        }
        if (!AreDistinct(child.Responsible.Select(entry => entry.Person)))
            yield return ("responsible", "has each person once");
    }

    private static IEnumerable<(string Field, string Rule)> PlacingAuthority(Child child, ILookup<PersonId, Person> known)
    {
        for (var i = 0; i < child.PlacingAuthority.Length; i++)
        {
            var person = child.PlacingAuthority[i];
            if (!known[person].Any(found => found.Has(Role.PlacingAuthority)))
                yield return ($"placingAuthority[{i}]", "is of the placing authority in the register");
            if (known[person].Any(found => IsStaffOf(found, child)))
                yield return ($"placingAuthority[{i}]", "is not one of the home's own staff");
        }
        if (!AreDistinct(child.PlacingAuthority))
            yield return ("placingAuthority", "has each person once");
    }

    // Nothing else is asked of a bar: it must never be hard to keep somebody away from a child.
    private static IEnumerable<(string Field, string Rule)> Barred(Child child)
    {
        for (var i = 0; i < child.Barred.Length; i++)
            if (!IsText(child.Barred[i].Reason))
                yield return ($"barred[{i}].reason", "says why");
    }

    private static bool IsSound(RecordVersion record) => record is { Version: >= 1 } && IsLine(record.Reference);

    private static bool IsStaffOf(Person person, Child child) =>
        person.Homes.Contains(child.Home) && person.Roles.Any(role => role.IsStaff());
}
