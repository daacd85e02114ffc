using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Domain.Tests.Assessments;

/// <summary>A child's sections, every part answered, and nothing found.</summary>
internal static class Answered
{
    public static ChildSections Sections { get; } =
        new()
        {
            Support = new(
                "She came from a foster family that could not keep her",
                "She needs to know beforehand what comes next",
                "She has moved four times since she was six",
                "She trusts quickly and seldom says no to an adult"
            ),
            Consultations = new(
                new Consultation.Held(
                    "Herself, with her social worker",
                    new(2026, 2, 20),
                    "She likes to talk alone when the door stays open"
                ),
                new Consultation.Held("Her social worker and her teacher", new(2026, 2, 20), "She does well with one adult at a time"),
                new Consultation.NotPossible("The foster family did not answer three letters")
            ),
            AllegationsOfAbuse = new AllegationsOfAbuse.No(),
            HistoryOfMakingAllegations = new HistoryOfMakingAllegations.No(),
            NotComfortableAlone = new NotComfortableAlone.No(),
            Factors = new(
                new Factor.Known("Her family speaks Polish at home, and so does she when she is tired"),
                new Factor.NoneKnown(),
                new Factor.DeclinedToSay()
            ),
            Strategy = new(
                [.. Enum.GetValues<Purpose>()],
                [.. Enum.GetValues<Setting>()],
                TimeSpan.FromHours(24),
                "Anywhere that a colleague knows of, for as long as she wants to stay"
            ),
        };
}
