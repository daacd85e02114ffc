using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Who was entered as answering for a child, and who was removed: whoever may approve follows from it.</summary>
internal static class FamilyRows
{
    /// <summary>Who answers for a child as parent, carer or placing authority.</summary>
    /// <param name="child">The child; null before it was entered.</param>
    public static IEnumerable<PersonId> PeopleOf(Child? child) =>
        child is null ? [] : child.Responsible.Select(one => one.Person).Concat(child.PlacingAuthority);

    /// <summary>What one entry of a child's history changed about them.</summary>
    /// <param name="moment">The entry.</param>
    public static IEnumerable<RegisterRow> Of(Moment<Child, RegisterWritten<Child>> moment)
    {
        if (moment is not { Event: not null, After: { } after })
            return [];
        var (had, has) = (Rights(moment.Before), Rights(after));
        PersonId[] authority = [.. moment.Before?.PlacingAuthority ?? []];
        return
        [
            .. Rows(RegisterStep.ResponsibleEntered, has.Except(had).Select(right => right.Person)),
            .. Rows(RegisterStep.ResponsibleRemoved, had.Select(right => right.Person).Except(has.Select(right => right.Person))),
            .. Rows(RegisterStep.PlacingAuthorityEntered, after.PlacingAuthority.Except(authority)),
            .. Rows(RegisterStep.PlacingAuthorityRemoved, authority.Except(after.PlacingAuthority)),
        ];

        IEnumerable<RegisterRow> Rows(RegisterStep what, IEnumerable<PersonId> people) =>
            people.Select(person => RegisterRows.Row(moment, what, after.Version, []) with { Child = after.Id, Person = person });
    }

    private static Responsibility[] Rights(Child? child) => [.. (child?.Responsible ?? []).Select(one => one with { EnteredBy = null })];
}
