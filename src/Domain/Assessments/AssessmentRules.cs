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
            .Append((Field: "content.induction.agencyName", Text: content.Induction?.AgencyName))
            .Append((Field: "content.induction.briefing", Text: content.Induction?.Briefing))
        where section.Text?.Length > Wording.Longest
        select new Finding("G-11", DutyKind.Hard, "The text is too long.", $"It has at most {Wording.Longest} characters.", section.Field);

    internal static Finding? Kind(AssessmentKind kind, AssessmentContent content) =>
        (content.NothingParticularFound && kind != AssessmentKind.Pair) || (content.PermitsUnplannedStart && kind != AssessmentKind.Child)
            ? new(
                "G-15",
                DutyKind.Hard,
                "It says something that belongs into another part.",
                "A pair's part says that nothing was found, a child's what may start unplanned.",
                "content"
            )
            : null;

    internal static IEnumerable<Finding> G11(AssessmentFacts facts, AssessmentContent content) =>
        from section in Sections(content)
        where !(content.NothingParticularFound && facts.Key.Kind == AssessmentKind.Pair)
        where !Wording.SaysSomething(section.Text, facts.Policy.MinimumNeedLength)
        select new Finding(
            "G-11",
            DutyKind.Hard,
            "Both risks and the precautions are weighed, and one of them is not.",
            $"It says what is particular here, in {facts.Policy.MinimumNeedLength} characters or more.",
            section.Field
        );

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
        string.IsNullOrWhiteSpace(notes) || notes.Length > Wording.Longest
            ? new(
                "G-16",
                DutyKind.Hard,
                "The review does not say why.",
                $"It gives its reasons in at most {Wording.Longest} characters.",
                "notes"
            )
            : null;

    private static IEnumerable<(string Field, string? Text)> Sections(AssessmentContent content) =>
        [
            ("content.riskToChild", content.RiskToChild),
            ("content.riskToWorker", content.RiskToWorker),
            ("content.precautions", content.Precautions),
        ];

    private static bool IsStaffHere(AssessmentFacts facts, Person person) =>
        person.Homes.Contains(facts.Home.Id) && person.Roles.Any(role => role.IsStaff());

    private static bool IsNominatedAdult(AssessmentFacts facts, PersonId by) =>
        facts.Key.Worker is { } worker && facts.NominatedAdultOf(worker) == by;

    private static bool IsThere(AssessmentFacts facts, PersonId by, DateTimeOffset now) =>
        facts.Find(by) is { } person && !person.HasLeft(facts.Home.DayOf(now));
}
