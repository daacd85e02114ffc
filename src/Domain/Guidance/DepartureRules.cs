using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>Answers of a plan that depart from the guidance, and wait for a decision.</summary>
internal static class DepartureRules
{
    public static Finding? G22(RequestCase c) =>
        c.Plan.EngagedSign == true
            ? Departs(
                "G-22",
                "A sign would tell others that the room is taken, and keep them out.",
                "Do without the sign; or a homes or service manager decides.",
                "engagedSign"
            )
            : null;

    public static Finding? L01(RequestCase c) =>
        c.Plan.FamilyContact switch
        {
            FamilyContact.Replaces => Departs(
                "L-01",
                "It would stand in the place of family contact that the care plan provides for.",
                "Plan it beside the family contact; or a homes or service manager decides.",
                "familyContact"
            ),
            FamilyContact.Clashes => Departs(
                "L-01",
                "It would fall on the time of family contact that the care plan provides for.",
                "Plan it for another time; or a homes or service manager decides.",
                "familyContact"
            ),
            _ => null,
        };

    public static Finding? L25(RequestCase c) =>
        c.Plan.PersonalNumbers == true
            ? Departs(
                "L-25",
                "Worker and child would have each other's own telephone numbers.",
                "Use a telephone of the organisation; or a homes or service manager decides.",
                "personalNumbers"
            )
            : null;

    private static Finding Departs(string id, string problem, string lift, string field) =>
        new(id, DutyKind.Override, problem, lift, field);
}
