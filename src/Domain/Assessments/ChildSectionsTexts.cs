namespace OneToOne.Domain.Assessments;

/// <summary>Every text of a child's sections, with where it stands and the duty that asks for it.</summary>
internal static class ChildSectionsTexts
{
    public static IEnumerable<(string Field, string? Text, string Id)> Of(ChildSections? child) =>
        child is null ? [] : Support(child).Concat(Consultations(child)).Concat(Flags(child)).Concat(Rest(child));

    private static IEnumerable<(string, string?, string)> Support(ChildSections child) =>
        [
            ("content.child.support.circumstances", child.Support?.Circumstances, "L-04"),
            ("content.child.support.careNeeds", child.Support?.CareNeeds, "L-04"),
            ("content.child.support.history", child.Support?.History, "L-04"),
            ("content.child.support.vulnerability", child.Support?.Vulnerability, "L-04"),
        ];

    private static IEnumerable<(string, string?, string)> Consultations(ChildSections child) =>
        from asked in new[]
        {
            ("content.child.consultations.child", child.Consultations?.Child),
            ("content.child.consultations.professionals", child.Consultations?.Professionals),
            ("content.child.consultations.previousCarers", child.Consultations?.PreviousCarers),
        }
        let text = asked.Item2 switch
        {
            Consultation.Held held => held.Said,
            Consultation.NotPossible not => not.Reason,
            _ => null,
        }
        select (asked.Item1, text, "L-09");

    private static IEnumerable<(string, string?, string)> Flags(ChildSections child) =>
        [
            ("content.child.allegationsOfAbuse.words", (child.AllegationsOfAbuse as AllegationsOfAbuse.Yes)?.Words, "L-10"),
            (
                "content.child.historyOfMakingAllegations.words",
                (child.HistoryOfMakingAllegations as HistoryOfMakingAllegations.Yes)?.Words,
                "L-11"
            ),
            ("content.child.notComfortableAlone.words", (child.NotComfortableAlone as NotComfortableAlone.Yes)?.Words, "L-12"),
            ("content.child.notComfortableAlone.reason", (child.NotComfortableAlone as NotComfortableAlone.Lifted)?.Reason, "L-12"),
            ("content.child.notComfortableAlone.childHeard", (child.NotComfortableAlone as NotComfortableAlone.Lifted)?.ChildHeard, "L-12"),
        ];

    private static IEnumerable<(string, string?, string)> Rest(ChildSections child) =>
        [
            ("content.child.factors.cultural", (child.Factors?.Cultural as Factor.Known)?.Words, "L-13"),
            ("content.child.factors.religious", (child.Factors?.Religious as Factor.Known)?.Words, "L-13"),
            ("content.child.factors.racial", (child.Factors?.Racial as Factor.Known)?.Words, "L-13"),
            ("content.child.strategy.words", child.Strategy?.Words, "L-15"),
        ];
}
