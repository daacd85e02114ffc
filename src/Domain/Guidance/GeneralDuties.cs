using System.Collections.Immutable;
using static OneToOne.Domain.Guidance.DutyKind;

namespace OneToOne.Domain.Guidance;

/// <summary>What the general guidance asks of every organisation, and of every adult outside one.</summary>
internal static class GeneralDuties
{
    public static ImmutableArray<Duty> Rows { get; } =
    [
        new(
            "G-01",
            "G",
            [Record],
            "The organisation has a policy on one-to-one time, and each arrangement keeps the version it was judged under.",
            "Guidance/RequestRules.cs",
            "Policies/Policy.cs"
        )
        {
            Api = "PUT /api/policy",
        },
        new("G-02", "G", [Principle], "One-to-one time is never forbidden altogether; it is made safe.") { Api = "POST /api/arrangements" },
        new("G-03", "G", [Hard], "There is a need, said in words that mean something.", "Guidance/PlanRules.cs")
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-04",
            "G",
            [Hard],
            "A manager and a parent or carer agree: two people, neither of them the requester or the worker.",
            "Approvals/ApprovalRound.cs"
        )
        {
            Api = "POST /api/arrangements/{id}/approvals",
        },
        new(
            "G-05",
            "G",
            [Hard],
            "Safeguards are named, each with somebody who answers for it, and are in place before the start.",
            "Guidance/PlanRules.cs",
            "Guidance/StartRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-06",
            "G",
            [Hard],
            "For an adult outside any organisation a nominated responsible adult stands in for the managers, and nothing is overridden.",
            "Approvals/ApprovalRound.cs",
            "Assessments/AssessmentRules.cs",
            "Guidance/RequestRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-07",
            "G",
            [Record],
            "Training and guidance for areas where people are vulnerable is offered, and what became of it is kept.",
            "Homes/VulnerableArea.cs",
            "People/Training.cs",
            "Guidance/TrainingRules.cs"
        )
        {
            Api = "PUT /api/people/{id}",
        },
        new(
            "G-08",
            "G",
            [Override],
            "Unsupervised, isolated and street-based settings need training that is in date, when it is asked for and when it starts.",
            "Guidance/AskRules.cs",
            "Guidance/StartRules.cs",
            "Guidance/TrainingRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-09",
            "G",
            [Ask],
            "An assessment says how the child might be harmed by somebody who abuses their trust.",
            "Assessments/AssessmentRules.cs"
        )
        {
            Api = "PUT /api/assessments/{key}/proposal",
        },
        new("G-10", "G", [Ask], "An assessment says how the worker might be accused without cause.", "Assessments/AssessmentRules.cs")
        {
            Api = "PUT /api/assessments/{key}/proposal",
        },
        new(
            "G-11",
            "G",
            [Hard],
            "Both of these risks and the precautions are weighed before an assessment is agreed.",
            "Assessments/AssessmentRules.cs"
        )
        {
            Api = "POST /api/assessments/{key}/agreement",
        },
        new(
            "G-12",
            "G",
            [Ask],
            "Whether another adult could be present, or the occasion avoided, is asked and answered.",
            "Guidance/AskRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-13",
            "G",
            [Clock, Notify],
            "Somebody can reach the worker, looks for them when they go silent, and comes when they call for help.",
            "Guidance/AskRules.cs",
            "Arrangements/PlanAnswers.cs"
        )
        {
            Api = "POST /api/arrangements/{id}/help",
        },
        new("G-14", "G", [Hard], "A manager who is not the worker agrees each version of an assessment.", "Assessments/AssessmentRules.cs")
        {
            Api = "POST /api/assessments/{key}/agreement",
        },
        new(
            "G-15",
            "G",
            [Hard],
            "The child, the worker and the two together are assessed, each part with its own review date.",
            "Assessments/AssessmentRules.cs",
            "Guidance/RegisterRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-16",
            "G",
            [Clock],
            "Every assessment is reviewed in time; one that is not stops counting until somebody has reviewed it.",
            "Assessments/ReviewClock.cs",
            "Guidance/RegisterRules.cs"
        )
        {
            Api = "POST /api/assessments/{key}/reviews",
        },
        new(
            "G-17",
            "G",
            [Hard],
            "Outside the organisation's agreed arrangements a senior manager and a parent or carer both agree beforehand.",
            "Approvals/NeededQuorum.cs",
            "Guidance/WorkingRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-18",
            "G",
            [Hard],
            "A worker whose role includes lone working has a role assessment that is agreed and in date.",
            "Guidance/RegisterRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-19",
            "G",
            [Override],
            "Remote and secluded places are avoided, or made safe in ways that are named.",
            "Guidance/PlanRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-20",
            "G",
            [Hard, Notify],
            "Somebody is told before the start, and is known to have been told.",
            "Arrangements/Telling.cs",
            "Guidance/PlanRules.cs",
            "Guidance/StartRules.cs"
        )
        {
            Api = "POST /api/arrangements/{id}/start",
        },
        new(
            "G-21",
            "G",
            [Ask],
            "Whether somebody should be present or close by is answered with a name and a reason.",
            "Guidance/PlanRules.cs"
        )
        {
            Api = "POST /api/arrangements",
        },
        new("G-22", "G", [Override], "Signs that say a room is taken are avoided.", "Guidance/AskRules.cs", "Guidance/DepartureRules.cs")
        {
            Api = "POST /api/arrangements",
        },
        new(
            "G-23",
            "G",
            [Hard, Notify],
            "A child who became distressed or angry is reported to a senior colleague, who acknowledges it.",
            "Arrangements/Answers.cs",
            "Guidance/CloseOutRules.cs"
        )
        {
            Api = "POST /api/arrangements/{id}/distress",
        },
        new(
            "G-24",
            "G",
            [Ask],
            "What the child needs now is looked at in the session, and a change leads to an early review.",
            "Assessments/AssessmentCommand.cs",
            "Guidance/CloseOutRules.cs"
        )
        {
            Api = "POST /api/arrangements/{id}/close-out",
        },
    ];
}
