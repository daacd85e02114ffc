using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Assessments;

/// <summary>Each reason for which a step of an assessment is refused, as one small function.</summary>
public static class AssessmentRules
{
    internal static Finding? Barred(AssessmentFacts facts, PersonId by) =>
        facts.Child?.IsBarred(by) == true
            ? new("who", DutyKind.Hard, "This person has no say about this child.", "Somebody else of the home does it.")
            : null;

    internal static Finding? MayWrite(AssessmentFacts facts, PersonId by, DateTimeOffset now) =>
        facts.Find(by) is { } person
        && !person.HasLeft(facts.Home.DayOf(now))
        && (IsStaffHere(facts, person) || IsNominatedAdult(facts, by))
            ? null
            : new("G-14", DutyKind.Hard, "An assessment is written by the home's own staff.", "Somebody who works in this home writes it.");

    // G-14, and G-06 for a worker outside any organisation.
    internal static Finding? MayDecide(AssessmentFacts facts, PersonId writtenBy, PersonId by, Role? role, DateTimeOffset now)
    {
        if (by == facts.Key.Worker)
            return new("G-14", DutyKind.Hard, "The worker it is about decides on it alone.", "A manager who is not this worker decides.");
        if (facts.NominatedAdultOf(facts.Key.Worker ?? writtenBy) is { } adult && (facts.Key.Worker is not null || role is null))
            return by == adult && IsThere(facts, by, now)
                ? null
                : new("G-06", DutyKind.Hard, "The worker is independent.", "The worker's nominated adult decides.");
        return role is { } claimed && claimed.IsManager() && facts.Find(by) is { } person && facts.Home.Empowers(person, claimed, now)
            ? null
            : new("G-14", DutyKind.Hard, "A manager decides on an assessment.", "A manager of this home, or their deputy, decides.", "as");
    }

    internal static IEnumerable<Finding> Lengths(AssessmentContent content) =>
        from section in Sections(content)
            .Append((Field: "content.induction.agencyName", Text: content.Induction?.AgencyName, Id: "G-15"))
            .Append((Field: "content.induction.briefing", Text: content.Induction?.Briefing, Id: "G-15"))
            .Concat(ChildSectionsTexts.Of(content.Child))
        where section.Text?.Length > Wording.Longest
        select new Finding(
            section.Id,
            DutyKind.Hard,
            "The text is too long.",
            $"It has at most {Wording.Longest} characters.",
            section.Field
        );

    internal static Finding? Kind(AssessmentKind kind, AssessmentContent content) =>
        (content.NothingParticularFound && kind != AssessmentKind.Pair)
        || (content.PermitsUnplannedStart && kind != AssessmentKind.Child)
        || (content.Child is not null && kind != AssessmentKind.Child)
            ? new(
                "G-15",
                DutyKind.Hard,
                "It says something that belongs into another part.",
                "A pair's part says that nothing was found, a child's what may start unplanned and what is asked about the child.",
                "content"
            )
            : null;

    // Each risk is asked for (G-09, G-10), and without both and the precautions nothing is agreed (G-11).
    internal static IEnumerable<Finding> G11(AssessmentFacts facts, AssessmentContent content)
    {
        var lift = $"It says what is particular here, in {facts.Policy.MinimumNeedLength} characters or more.";
        string? first = null;
        foreach (var (field, text, id) in Sections(content))
        {
            if (content.NothingParticularFound && facts.Key.Kind == AssessmentKind.Pair)
                break;
            if (Wording.SaysSomething(text, facts.Policy.MinimumNeedLength))
                continue;
            first ??= field;
            if (id != "G-11")
                yield return new(id, DutyKind.Ask, $"{Name(id)} is not said.", lift, field);
        }
        if (first is not null)
            yield return new("G-11", DutyKind.Hard, "Both risks and the precautions are weighed, and one of them is not.", lift, first);
    }

    private static string Name(string id) => id == "G-09" ? "The risk to the child" : "The risk to the worker";

    internal static Finding? G15(AssessmentFacts facts, AssessmentContent content) =>
        facts.Key.Kind == AssessmentKind.Worker
        && facts.Find(facts.Key.Worker!.Value)?.Engagement is Engagement.Agency
        && (string.IsNullOrWhiteSpace(content.Induction?.AgencyName) || string.IsNullOrWhiteSpace(content.Induction?.Briefing))
            ? new("G-15", DutyKind.Hard, "The worker comes from an agency.", "It names the agency and its briefing.", "content.induction")
            : null;

    internal static Finding? L17(Outcome outcome, string? conditions) =>
        !Enum.IsDefined(outcome)
        || conditions?.Length > Wording.Longest
        || (outcome == Outcome.PermitWithConditions) == string.IsNullOrWhiteSpace(conditions)
            ? new(
                "L-17",
                DutyKind.Hard,
                "The outcome and its conditions do not fit.",
                "It says the conditions exactly if there are some.",
                "conditions"
            )
            : null;

    internal static Finding? G16(DateTimeOffset? due, DateTimeOffset latest, DateTimeOffset now) =>
        due is { } asked && (asked <= now || asked > latest)
            ? new(
                "G-16",
                DutyKind.Hard,
                "The review is not within the policy's interval.",
                $"It is after now and no later than {latest:u}.",
                "reviewDue"
            )
            : null;

    internal static Finding? Notes(string notes) =>
        !FieldFinding.SaysWhy(notes)
            ? new(
                "G-16",
                DutyKind.Hard,
                "The review does not say why.",
                $"It gives its reasons in at most {Wording.Longest} characters.",
                "notes"
            )
            : null;

    private static IEnumerable<(string Field, string? Text, string Id)> Sections(AssessmentContent content) =>
        [
            ("content.riskToChild", content.RiskToChild, "G-09"),
            ("content.riskToWorker", content.RiskToWorker, "G-10"),
            ("content.precautions", content.Precautions, "G-11"),
        ];

    private static bool IsStaffHere(AssessmentFacts facts, Person person) =>
        person.Homes.Contains(facts.Home.Id) && person.Roles.Any(role => role.IsStaff());

    private static bool IsNominatedAdult(AssessmentFacts facts, PersonId by) =>
        facts.Key.Worker is { } worker && facts.NominatedAdultOf(worker) == by;

    private static bool IsThere(AssessmentFacts facts, PersonId by, DateTimeOffset now) =>
        facts.Find(by) is { } person && !person.HasLeft(facts.Home.DayOf(now));
}
