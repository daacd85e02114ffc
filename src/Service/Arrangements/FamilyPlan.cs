using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;

namespace OneToOne.Service.Arrangements;

/// <summary>What a parent, carer or the placing authority may see of a plan and of the decisions on it.</summary>
internal static class FamilyPlan
{
    private const string Withheld = "withheld";

    /// <summary>Whether a decision would tell of what the child's assessment says (L-12, L-15), which is for staff.</summary>
    public static bool IsForStaff(string findingId) => findingId is "L-12" or "L-15";

    /// <summary>A plan without what is for staff: who is called in an emergency, what the child said, which may be about the family, and who the other children are.</summary>
    public static Plan Of(Plan plan) => plan with { Contact = null, ChildsView = null, ComfortMitigation = null, AlsoPresent = [] };

    /// <summary>
    /// The same where whereabouts are withheld. Any free text may name the place; the mailed page blanks names one by one, and this answer, read
    /// by programs, leaves all words out.
    /// </summary>
    public static Plan WithoutWords(Plan plan) =>
        Of(plan) with
        {
            Need = Withheld,
            Place = plan.Place with { Name = Withheld, DoorCondition = plan.Place.DoorCondition is null ? null : Withheld, Area = null },
            Safeguards = [.. plan.Safeguards.Select(s => s with { What = Withheld })],
            Presence = plan.Presence switch
            {
                Presence.Present p => p with { Reason = Withheld },
                Presence.CloseBy p => p with { Reason = Withheld },
                Presence.NotNeeded p => p with { Reason = Withheld },
                _ => throw new InvalidOperationException("not an answer to whether somebody should be there"),
            },
            Considerations = new(Withheld, Withheld, Withheld),
            Alternatives = plan.Alternatives is { } alternatives ? alternatives with { Reason = Withheld } : null,
        };

    /// <summary>A decision of which only what it is about is left.</summary>
    public static OverrideDecision WithoutWords(OverrideDecision decision) =>
        decision with
        {
            Details = Withheld,
            Reasons = Withheld,
            CarePlan = null,
        };
}
