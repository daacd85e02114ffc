using System.Collections.Immutable;
using OneToOne.Service.Links;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>What a body takes from what is shown before.</summary>
internal enum Takes
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A plan, made of the shared one and what the step says.</summary>
    Plan,

    /// <summary>What is there now, changed by what the step says, with its revision.</summary>
    Present,

    /// <summary>The present plan, changed by what the step says, with its revision.</summary>
    PresentPlan,

    /// <summary>The digest of what the person was shown.</summary>
    Digest,

    /// <summary>The revision of what the person read.</summary>
    Revision,
}

/// <summary>Something that somebody can do: one call of the API, and the mailed link that does the same.</summary>
/// <param name="Name">What files call it.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The address; <c>{id}</c> is the arrangement, <c>{about}</c> what the step is about.</param>
/// <param name="Words">What the timeline says.</param>
/// <param name="Link">The form behind a mailed link that does it too; null when none does.</param>
/// <param name="Takes">What the body takes from what was shown.</param>
internal sealed record Deed(string Name, string Method, string Path, string Words, LinkForm? Link = null, Takes Takes = Takes.Nothing)
{
    private const string One = "/api/arrangements/{id}";
    private const string Escalation = One + "/escalations/{about}";
    private const string Concern = "/api/concerns/{about}";
    private const string Assessment = "/api/assessments/{about}";

    /// <summary>All that have a name; anything else is sent as it is.</summary>
    public static ImmutableArray<Deed> All { get; } =
    [
        new("request", "POST", "/api/arrangements", "asks for one-to-one time", Takes: Takes.Plan),
        new("planOccasion", "POST", One + "/occasions", "plans an occasion under the agreement", Takes: Takes.Plan),
        new("startUnplanned", "POST", "/api/arrangements/unplanned", "starts at once, because the child asks to talk", Takes: Takes.Plan),
        new("change", "PUT", One + "/plan", "changes the plan", Takes: Takes.PresentPlan),
        new("decideOverride", "POST", One + "/overrides", "decides on a departure from the guidance", new(LinkPurpose.Override, "decide")),
        new("approve", "POST", One + "/approvals", "approves", new(LinkPurpose.Approve, "decide", ("decision", "approve")), Takes.Digest),
        new("refuse", "POST", One + "/refusals", "refuses", new(LinkPurpose.Approve, "decide", ("decision", "refuse")), Takes.Digest),
        new("recordApproval", "POST", One + "/recorded-approvals", "writes down an approval given another way", Takes: Takes.Digest),
        new("recordAttempt", "POST", One + "/contact-attempts", "writes down an attempt to reach somebody"),
        new("readNotice", "POST", One + "/notice", "reads the notice", new(LinkPurpose.Notice, null), Takes.Digest),
        new("recordTold", "POST", One + "/told", "confirms that somebody was told"),
        new(
            "readAboutChild",
            "POST",
            "/api/children/{about}/acknowledgements",
            "has read care plan and case history",
            new(LinkPurpose.Session, "read")
        ),
        new("start", "POST", One + "/start", "starts the session", new(LinkPurpose.Session, "start")),
        new("checkIn", "POST", One + "/check-ins", "says that all is well", new(LinkPurpose.Session, "check-in")),
        new("extend", "POST", One + "/extensions", "takes longer", new(LinkPurpose.Session, "extend")),
        new("distress", "POST", One + "/distress", "reports that the child is distressed", new(LinkPurpose.Session, "distress")),
        new("help", "POST", One + "/help", "calls for help, now", new(LinkPurpose.Session, "help")),
        new("finish", "POST", One + "/finish", "says that it is over", new(LinkPurpose.Session, "finish")),
        new("closeOut", "POST", One + "/close-out", "writes the record", new(LinkPurpose.Session, "close-out")),
        new("acknowledge", "POST", Escalation + "/acknowledgement", "takes it on", new(LinkPurpose.Escalation, "acknowledge")),
        new("outcome", "POST", Escalation + "/outcome", "records how it ended", new(LinkPurpose.Escalation, "outcome")),
        new("withdraw", "POST", One + "/withdrawal", "takes the request back"),
        new("decline", "POST", One + "/decline", "declines", new(LinkPurpose.Session, "decline")),
        new(
            "explain",
            "POST",
            One + "/explanation",
            "records how it was explained to the young person",
            new(LinkPurpose.Explain, "explain")
        ),
        new("reviewUnplanned", "POST", One + "/unplanned-review", "reviews the unplanned start", new(LinkPurpose.Review, "review")),
        new("addendum", "POST", One + "/addenda", "adds to the record"),
        new("proposeAssessment", "PUT", Assessment + "/proposal", "writes an assessment"),
        new("agreeAssessment", "POST", Assessment + "/agreement", "agrees an assessment", Takes: Takes.Revision),
        new("reviewAssessment", "POST", Assessment + "/reviews", "reviews an assessment"),
        new("hold", "POST", "/api/children/{about}/legal-hold", "holds everything about the child", Takes: Takes.Revision),
        new("approveDisposal", "POST", "/api/retention/runs/{about}/approval", "approves that it is disposed of", Takes: Takes.Revision),
        new("takeDrill", "POST", "/api/drills/{about}/acknowledgement", "takes the drill on", new(LinkPurpose.Drill, "acknowledge")),
        new("endDrill", "POST", "/api/drills/{about}/outcome", "says what they would have done", new(LinkPurpose.Drill, "outcome")),
        new("takeConcern", "POST", Concern + "/acknowledgement", "takes the concern on", new(LinkPurpose.Concern, "acknowledge")),
        new("referConcern", "POST", Concern + "/referral", "says whether the concern is referred", new(LinkPurpose.Concern, "refer")),
        new("closeConcern", "POST", Concern + "/outcome", "says what came of the concern", new(LinkPurpose.Concern, "outcome")),
    ];
}
