using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Guidance;

/// <summary>What the registers must say, whenever a plan is judged and again when it starts.</summary>
internal static class RegisterRules
{
    public static Finding? Worker(Facts facts, DateTimeOffset now) =>
        !facts.Worker.Has(Role.Worker) || !facts.Worker.Homes.Contains(facts.Home.Id) || facts.Worker.HasLeft(facts.Home.DayOf(now))
            ? new("worker", DutyKind.Hard, "This person does not work in the child's home.", "Name a worker of that home.", "worker")
        : facts.Child.IsBarred(facts.Worker.Id)
            ? new("worker", DutyKind.Hard, "This worker must not be alone with this child.", "Name another worker.", "worker")
        : null;

    public static Finding? G15(Facts facts, DateTimeOffset now) =>
        Missing(facts.ChildAssessment, "child's") ?? Missing(facts.WorkerAssessment, "worker's") ?? Missing(facts.PairAssessment, "pair's");

    /// <summary>Before an unplanned start there was no time to look at the two together.</summary>
    public static Finding? G15Unplanned(Facts facts, DateTimeOffset now) =>
        Missing(facts.ChildAssessment, "child's") ?? Missing(facts.WorkerAssessment, "worker's");

    /// <summary>The first assessment of a child is the one before admission, so nothing comes before it; one from before these questions does not answer them.</summary>
    public static Finding? L14(Facts facts, DateTimeOffset now) =>
        facts.ChildAssessment?.InForce?.Content.Child is null
            ? new(
                "L-14",
                DutyKind.Hard,
                "What has to be known of a child before admission is not assessed.",
                "The child's assessment answers all of it (L-04, L-09 to L-13, L-15), and a manager agrees it."
            )
            : null;

    public static Finding? G16(Facts facts, DateTimeOffset now) =>
        facts.Assessments.FirstOrDefault(assessment => assessment.InForce?.ReviewDue <= now) is { } overdue
            ? new("G-16", DutyKind.Hard, $"The review of {Name(overdue)} is overdue.", "A manager reviews it, and it continues.")
            : null;

    public static Finding? G18(Facts facts, DateTimeOffset now) =>
        facts.Worker.LoneWorkingIntegral && facts.RoleAssessment?.InForce is null
            ? new(
                "G-18",
                DutyKind.Hard,
                "Lone working is part of the worker's role, which is not assessed.",
                "A manager agrees a role assessment."
            )
            : null;

    public static Finding? L17(Facts facts, DateTimeOffset now) =>
        facts.Assessments.FirstOrDefault(assessment => assessment.InForce is { Ended: true } or { Outcome: Outcome.NotPermit })
            is { } against
            ? new(
                "L-17",
                DutyKind.Hard,
                $"The outcome of {Name(against)} does not permit it.",
                "A manager agrees a new assessment that does."
            )
            : null;

    /// <summary>Escalations need somebody at every level; for a worker outside any organisation the nominated adult is all of them.</summary>
    public static Finding? OnCall(Facts facts, DateTimeOffset now) =>
        facts.Worker.Engagement is not Engagement.Independent && facts.Home.OnCall.Unstaffed(now) is [var level, ..]
            ? new(
                "onCall",
                DutyKind.Hard,
                $"Nobody is on call as {Name(level)}.",
                "An administrator puts somebody who is present on the home's list."
            )
            : null;

    /// <summary>Whoever a plan names reads it, so it names only those who work in the home or answer for the child or the worker.</summary>
    public static Finding? L21(RequestCase c) =>
        c.Plan.Named().FirstOrDefault(named => !MayKnow(named.Person, c)) is { Field: { } field }
            ? new(
                "L-21",
                DutyKind.Hard,
                "The plan names somebody who may not know of it.",
                "Name somebody of the home, or who answers for this child.",
                field
            )
            : null;

    private static bool MayKnow(PersonId id, RequestCase c)
    {
        var (facts, child) = (c.Facts, c.Facts.Child);
        if (id == facts.Worker.Id)
            return true;
        return facts.Named.Append(facts.Actor).FirstOrDefault(known => known?.Id == id) is { } person
            && !child.IsBarred(id)
            && (
                Authority.IsStaff(person, facts.Home, c.Now)
                || Authority.AnswersFor(person, facts.Home, facts.Worker, c.Now)
                || child.PlacingAuthority.Contains(id)
                || child.Responsible.Any(responsible => responsible.Person == id)
            );
    }

    private static Finding? Missing(Assessment? assessment, string whose) =>
        assessment?.InForce is null
            ? new(
                "G-15",
                DutyKind.Hard,
                $"The {whose} assessment is not agreed.",
                "It is written, and a manager who is not the worker agrees it."
            )
            : null;

    private static string Name(Assessment assessment) =>
        assessment.Key.Kind switch
        {
            AssessmentKind.Child => "the child's assessment",
            AssessmentKind.Worker => "the worker's assessment",
            AssessmentKind.Pair => "the pair's assessment",
            _ => "the role assessment",
        };

    private static string Name(Role level) =>
        level switch
        {
            Role.SeniorManager => "senior colleague",
            Role.HomesManager => "homes manager",
            _ => "service manager",
        };
}
