using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Assessments;

/// <summary>What a child's assessment must answer before it is agreed: each part by its own rule.</summary>
internal static class ChildSectionsRules
{
    private const string Within = "content.child.";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What stands against agreeing a child's assessment; nothing for any other kind.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="content">What would be agreed.</param>
    /// <param name="before">What was agreed last, if anything.</param>
    /// <param name="outcome">What would be decided.</param>
    /// <param name="now">The moment.</param>
    /// <returns>One finding for each part that lacks something.</returns>
    public static IEnumerable<Finding> All(
        AssessmentFacts facts,
        AssessmentContent content,
        AssessmentContent? before,
        Outcome outcome,
        DateTimeOffset now
    )
    {
        if (facts.Child is not { } child || facts.Key.Kind is not AssessmentKind.Child)
            return [];
        var (said, today) = (content.Child ?? new ChildSections(), facts.Home.DayOf(now));
        return new[]
        {
            child.AdmittedOn is null
                ? new Finding(
                    "L-14",
                    DutyKind.Hard,
                    "It is not known when the child is or was admitted.",
                    "The child's record says it, as a plan or a fact.",
                    "admittedOn"
                )
                : null,
            L10(said.AllegationsOfAbuse, today),
            L11(said.HistoryOfMakingAllegations, today),
            L12(said.NotComfortableAlone, before?.Child?.NotComfortableAlone, today),
            L15(said.Strategy, outcome),
        }
            .OfType<Finding>()
            .Concat(L04(said.Support))
            .Concat(L09(said.Consultations, today))
            .Concat(L13(said.Factors));
    }

    private static IEnumerable<Finding> L04(SupportNeeds? support) =>
        from part in new[]
        {
            (Field: "circumstances", Text: support?.Circumstances),
            (Field: "careNeeds", Text: support?.CareNeeds),
            (Field: "history", Text: support?.History),
            (Field: "vulnerability", Text: support?.Vulnerability),
        }
        where !FieldFinding.IsText(part.Text)
        select new Finding(
            "L-04",
            DutyKind.Ask,
            "The child's circumstances, care needs, history or vulnerability are not said.",
            "Say each of the four.",
            $"{Within}support.{part.Field}"
        );

    private static IEnumerable<Finding> L09(Consultations? consultations, DateOnly today) =>
        from asked in new[]
        {
            (Field: "child", Answer: consultations?.Child),
            (Field: "professionals", Answer: consultations?.Professionals),
            (Field: "previousCarers", Answer: consultations?.PreviousCarers),
        }
        where !IsAnswered(asked.Answer, today)
        select new Finding(
            "L-09",
            DutyKind.Hard,
            "Somebody was not asked what being alone with adults means to this child.",
            "Say who was asked, when, and what they said; or why they could not be asked.",
            $"{Within}consultations.{asked.Field}"
        );

    private static bool IsAnswered(Consultation? consultation, DateOnly today) =>
        consultation switch
        {
            Consultation.Held held => FieldFinding.IsLine(held.With) && held.On <= today && FieldFinding.IsText(held.Said),
            Consultation.NotPossible not => FieldFinding.IsText(not.Reason),
            _ => false,
        };

    private static Finding? L10(AllegationsOfAbuse? answer, DateOnly today) =>
        answer is AllegationsOfAbuse.No || (answer is AllegationsOfAbuse.Yes yes && IsSaid(yes.On, yes.Words, today))
            ? null
            : new(
                "L-10",
                DutyKind.Ask,
                "Whether abuse of the child was alleged is not answered.",
                "Answer no; or yes, with when and what bears on time alone with adults.",
                Within + "allegationsOfAbuse"
            );

    private static Finding? L11(HistoryOfMakingAllegations? answer, DateOnly today) =>
        answer is HistoryOfMakingAllegations.No || (answer is HistoryOfMakingAllegations.Yes yes && IsSaid(yes.On, yes.Words, today))
            ? null
            : new(
                "L-11",
                DutyKind.Ask,
                "Whether the child has a history of making allegations is not answered.",
                "Answer no; or yes, with when and what bears on time alone with adults.",
                Within + "historyOfMakingAllegations"
            );

    private static Finding? L12(NotComfortableAlone? answer, NotComfortableAlone? before, DateOnly today) =>
        (answer, before) switch
        {
            (NotComfortableAlone.No, NotComfortableAlone.Yes) => new(
                "L-12",
                DutyKind.Hard,
                "The child was not comfortable alone with adults, and this would say so no more.",
                "Keep it; or lift it, with what has changed and how the child was heard.",
                Within + "notComfortableAlone"
            ),
            (NotComfortableAlone.No, _) => null,
            (NotComfortableAlone.Yes yes, _) when IsSaid(yes.On, yes.Words, today) => null,
            (NotComfortableAlone.Lifted lifted, _) when FieldFinding.SaysWhy(lifted.Reason) && FieldFinding.SaysWhy(lifted.ChildHeard) =>
                null,
            _ => new(
                "L-12",
                DutyKind.Ask,
                "Whether the child is comfortable alone with adults is not answered.",
                "Answer in full: no; yes, with when and what; or lifted, with what has changed and how the child was heard.",
                Within + "notComfortableAlone"
            ),
        };

    private static IEnumerable<Finding> L13(Factors? factors) =>
        from asked in new[]
        {
            (Field: "cultural", Answer: factors?.Cultural),
            (Field: "religious", Answer: factors?.Religious),
            (Field: "racial", Answer: factors?.Racial),
        }
        where asked.Answer is not (Factor.NoneKnown or Factor.DeclinedToSay)
        where asked.Answer is not Factor.Known known || !FieldFinding.IsText(known.Words)
        select new Finding(
            "L-13",
            DutyKind.Ask,
            "Culture, religion or race was not asked about.",
            "Say what is known, that nothing is known, or that they would rather not say.",
            $"{Within}factors.{asked.Field}"
        );

    // Where nothing is permitted there is no purpose, place or length to name.
    private static Finding? L15(Strategy? strategy, Outcome outcome) =>
        strategy is not null
        && FieldFinding.IsText(strategy.Words)
        && strategy.Purposes.All(Enum.IsDefined)
        && strategy.Settings.All(Enum.IsDefined)
        && (outcome == Outcome.NotPermit || NamesSome(strategy))
            ? null
            : new(
                "L-15",
                DutyKind.Hard,
                "It is not said what this child's one-to-one time may be.",
                "Name purposes, settings, the longest time (at most 24 hours), and what staff bear in mind.",
                Within + "strategy"
            );

    private static bool NamesSome(Strategy strategy) =>
        !strategy.Purposes.IsEmpty && !strategy.Settings.IsEmpty && strategy.Longest > TimeSpan.Zero && strategy.Longest <= Longest;

    private static bool IsSaid(DateOnly on, string words, DateOnly today) => on <= today && FieldFinding.IsText(words);
}
