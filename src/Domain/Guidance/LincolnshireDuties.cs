using System.Collections.Immutable;
using static OneToOne.Domain.Guidance.DutyKind;

namespace OneToOne.Domain.Guidance;

/// <summary>What Lincolnshire 3.7.5 asks of residential homes.</summary>
internal static class LincolnshireDuties
{
    public static ImmutableArray<Duty> Rows { get; } = [.. Background, .. Preparation, .. Principles, .. Reasons];

    private static IEnumerable<Duty> Background =>
        [
            new(
                "L-01",
                "L1",
                [Override],
                "The occasion takes nothing away from the family contact that the care plan provides for.",
                "Guidance/AskRules.cs",
                "Guidance/DepartureRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-02",
                "L1",
                [Ask],
                "Each approver says that the reason is plain and cannot be taken for something else.",
                "Arrangements/Approving.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/approvals",
            },
            new(
                "L-03",
                "L1",
                [Record],
                "There is room for what was not planned, and each such start is reviewed afterwards.",
                "Guidance/RequestRules.cs"
            )
            {
                Api = "POST /api/arrangements/unplanned",
            },
            new(
                "L-04",
                "L1",
                [Ask],
                "The child's assessment covers circumstances, care needs, history and vulnerability.",
                "Assessments/ChildSectionsRules.cs"
            )
            {
                Api = "PUT /api/assessments/{key}/proposal",
            },
            new(
                "L-05",
                "L1",
                [Record],
                "Every decision keeps what the decider was shown when they used their judgement.",
                "Service/Inspection/Why/WhyAllowed.cs"
            )
            {
                Api = "GET /api/arrangements/{id}/why",
            },
            new(
                "L-06",
                "L1",
                [Hard],
                "Only a homes manager or service manager decides to depart from the guidance, never the requester or the worker.",
                "Arrangements/Overriding.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/overrides",
            },
            new("L-07", "L1", [Hard], "Such a decision says what is done and why, in two separate answers.", "Arrangements/Overriding.cs")
            {
                Api = "POST /api/arrangements/{id}/overrides",
            },
            new(
                "L-08",
                "L1",
                [Report],
                "An inspector can see every such decision with what became of it.",
                "Service/Inspection/Sections/OverrideRow.cs"
            )
            {
                Api = "GET /api/inspection",
            },
        ];

    private static IEnumerable<Duty> Preparation =>
        [
            new(
                "L-09",
                "L2",
                [Hard],
                "Before admission the child, other professionals and earlier carers are asked what being alone with adults means to the child.",
                "Assessments/ChildSectionsRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-10",
                "L2",
                [Ask],
                "Where abuse was alleged, this is marked, and reviews come sooner.",
                "Assessments/ChildSectionsRules.cs",
                "Assessments/ReviewInterval.cs"
            )
            {
                Api = "PUT /api/assessments/{key}/proposal",
            },
            new(
                "L-11",
                "L2",
                [Ask],
                "A history of making allegations is weighed, on its own and out of sight of those who need not know.",
                "Assessments/ChildSectionsRules.cs",
                "Assessments/ReviewInterval.cs"
            )
            {
                Api = "PUT /api/assessments/{key}/proposal",
            },
            new(
                "L-12",
                "L2",
                [Override],
                "That a child is not at ease alone with adults holds for the whole stay, until the child is heard and it is lifted.",
                "Assessments/ChildSectionsRules.cs",
                "Guidance/ChildRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-13",
                "L2",
                [Ask],
                "Culture, religion and race are each asked about; that none is known or that somebody would rather not say is an answer.",
                "Assessments/ChildSectionsRules.cs"
            )
            {
                Api = "PUT /api/assessments/{key}/proposal",
            },
            new(
                "L-14",
                "L2",
                [Hard],
                "An assessment before admission brings all of this together.",
                "Assessments/AssessmentDecider.cs",
                "Assessments/ChildSectionsRules.cs",
                "Guidance/RegisterRules.cs",
                "Assessments/Lapse.cs"
            )
            {
                Api = "POST /api/assessments/{key}/agreement",
            },
            new(
                "L-15",
                "L2",
                [Override],
                "From it follows a strategy for this child; a request outside it needs a decision, and no session is extended past it.",
                "Assessments/ChildSectionsRules.cs",
                "Guidance/ChildRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
        ];

    private static IEnumerable<Duty> Principles =>
        [
            new(
                "L-16",
                "L3",
                [Hard],
                "What the child's age, gender and history mean is considered before each occasion.",
                "Guidance/PlanRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-17",
                "L3",
                [Hard],
                "The outcome of every assessment is kept for good, and one that does not permit blocks.",
                "Assessments/AssessmentRules.cs",
                "Guidance/RegisterRules.cs",
                "Assessments/Lapse.cs"
            )
            {
                Api = "POST /api/assessments/{key}/agreement",
            },
            new("L-18", "L3", [Override], "The setting is a fitting one; a bedroom needs a decision.", "Guidance/PlanRules.cs")
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-19",
                "L3",
                [Hard],
                "What holds for a bedroom's door is stated, and confirmed at the start and at the end.",
                "Guidance/CloseOutRules.cs",
                "Guidance/PlanRules.cs",
                "Guidance/StartRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-20",
                "L3",
                [Hard],
                "Nothing about the occasion answers or invites sexual feelings; any doubt is a concern, never a decision.",
                "Guidance/CloseOutRules.cs",
                "Guidance/PlanRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-21",
                "L3",
                [Hard, Notify],
                "Colleagues who may know are told the reason, the place and how long it takes.",
                "Arrangements/Telling.cs",
                "Guidance/RegisterRules.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/notice",
            },
            new("L-22", "L3", [Principle], "Time together inside and outside the home is equally possible.")
            {
                Api = "POST /api/arrangements",
            },
            new("L-23", "L3", [Override], "A child does not go to a worker's own home unless somebody decides so.", "Guidance/PlanRules.cs")
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-24",
                "L3",
                [Hard],
                "Only a homes or service manager decides that, for stated circumstances and in line with the current care plan.",
                "Arrangements/Overriding.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/overrides",
            },
            new(
                "L-25",
                "L3",
                [Override],
                "Workers do not give out their own telephone numbers, and the product never shows one.",
                "Guidance/AskRules.cs",
                "Guidance/DepartureRules.cs"
            )
            {
                Api = "POST /api/arrangements",
            },
            new(
                "L-26",
                "L3",
                [Hard],
                "A worker may decline; how it was explained to the young person is kept, and never counts against the worker.",
                "Arrangements/Ending.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/decline",
            },
            new(
                "L-28",
                "L3",
                [Report],
                "Who gets how much time with whom is shown, also the children who get little.",
                "Fairness/FairnessProjection.cs",
                "Fairness/SessionFact.cs",
                "Service/Fairness/FairnessEndpoints.cs"
            )
            {
                Api = "GET /api/fairness",
            },
            new(
                "L-29",
                "L3",
                [Ask],
                "Workers are reminded to keep their own intimate matters to themselves, and asked afterwards.",
                "Guidance/CloseOutRules.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/close-out",
            },
            new(
                "L-30",
                "L3",
                [Hard],
                "The worker knows the current care plan and case history before the start.",
                "Children/ChildReading.cs",
                "Guidance/ReadingRules.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/start",
            },
        ];

    private static IEnumerable<Duty> Reasons =>
        [
            new(
                "L-31",
                "L4",
                [Record],
                "Good reasons have names of their own, and what good it did is kept.",
                "Arrangements/Plan.cs",
                "Guidance/CloseOutRules.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/close-out",
            },
            new(
                "L-32",
                "L4",
                [Ask],
                "The worker has read the current guidance on physical contact.",
                "Guidance/CloseOutRules.cs",
                "Guidance/ReadingRules.cs"
            )
            {
                Api = "POST /api/arrangements/{id}/start",
            },
        ];
}
