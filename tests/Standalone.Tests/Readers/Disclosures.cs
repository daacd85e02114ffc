namespace OneToOne.Standalone.Tests.Readers;

/// <summary>
/// Which reader may read which kind of fact: the family what it decides on, the home's people what they need, nobody what is restricted. What
/// has no reader stands nowhere.
/// </summary>
internal static class Disclosures
{
    private const Reader Nobody = Reader.None;
    private const Reader Everybody = Reader.Family | Reader.Staff;

    public static readonly Fact[] All =
    [
        // The plan.
        new("the child", ["refword"], Everybody, Reader.Worker | Reader.Manager),
        new(
            "the other child",
            ["otherrefword", "cara"],
            Reader.Withheld | Reader.Colleague | Reader.Manager | Reader.Inspector,
            Reader.Withheld
        ),
        new("the home", ["homeword"], Everybody | Reader.Inspector, Nobody),
        new("the place", ["placeword"], Everybody | Reader.Inspector, Reader.Family | Reader.Worker),
        new("the need", ["needword"], Everybody | Reader.Withheld | Reader.Inspector, Reader.Family | Reader.Worker),
        new("safeguards", ["safeguardword", "presenceword"], Everybody | Reader.Withheld, Reader.Family | Reader.Worker),
        new("the door", ["doorword"], Everybody | Reader.Inspector, Reader.Family | Reader.Worker),
        new(
            "what was considered",
            ["agedword", "genderedword", "casedword", "alternativeword"],
            Reader.Family | Reader.Withheld | Reader.Manager,
            Reader.Family | Reader.Worker
        ),
        new("the child's own view", ["viewbeforeword", "mitigationword"], Reader.Manager, Reader.Worker),
        new(
            "a departure (L-18)",
            ["L-18detailsword", "L-18reasonsword"],
            Reader.Family | Reader.Manager | Reader.Inspector,
            Reader.Family | Reader.Worker
        ),
        new("a departure that tells of L-12", ["L-12detailsword", "L-12reasonsword"], Reader.Manager | Reader.Inspector, Nobody),
        // People.
        new("first names", ["wendyfirst", "colinfirst"], Everybody | Reader.Withheld, Nobody),
        new("surnames", ["wendylast", "colinlast"], Everybody | Reader.Inspector, Nobody),
        new("who decided", ["harrietfirst"], Reader.Family | Reader.Withheld | Reader.Colleague | Reader.Manager, Nobody),
        new("the surname of who decided", ["harrietlast"], Reader.Family | Reader.Colleague | Reader.Manager, Nobody),
        new("who wrote an approval down, or looks", ["samfirst", "samlast"], Reader.Parent | Reader.Worker, Nobody),
        new("who is called in an emergency", ["sunilfirst", "sunillast"], Reader.Staff, Nobody),
        new("addresses", ["example.org"], Nobody, Nobody),
        new("training", ["trainingword"], Nobody, Nobody),
        // The child's record and assessment.
        new("care plan and case history", ["careplanword", "casehistoryword"], Reader.Worker, Reader.Worker | Reader.Manager),
        new(
            "what the worker needs of the assessment",
            ["careneedsword", "vulnerabilityword", "precautionword"],
            Reader.Worker,
            Reader.Worker | Reader.Manager
        ),
        new("the precautions of worker and pair", ["workerprecautionword", "pairprecautionword"], Reader.Worker, Reader.Worker),
        new("conditions", ["conditionword"], Reader.Worker | Reader.Manager, Reader.Worker | Reader.Manager),
        new(
            "the conditions of worker and pair",
            ["workerconditionword", "pairconditionword"],
            Reader.Worker | Reader.Manager,
            Reader.Worker
        ),
        new(
            "the rest of the assessment",
            ["circumstancesword", "historyword", "childriskword", "workerriskword", "factorword", "strategyword"],
            Nobody,
            Reader.Worker | Reader.Manager
        ),
        new("not comfortable alone (L-12)", ["uneasyword"], Reader.Staff, Reader.Worker | Reader.Manager),
        new("consultations", ["consultationword"], Nobody, Reader.Manager),
        new("allegations of abuse (L-10)", ["abuseword"], Nobody, Reader.Manager),
        new("a history of making allegations (L-11)", ["allegingword"], Nobody, Reader.Manager),
        new("why somebody is barred", ["barword"], Reader.Manager, Reader.Manager),
        // What happened.
        new("why a worker declined", ["declineword", "howword", "responseword"], Reader.Manager | Reader.Inspector, Nobody),
        new("distress and what came of it", ["distressword", "outcomeword"], Reader.Manager | Reader.Inspector, Reader.Worker),
        new("what was done", ["summaryword"], Nobody, Reader.Worker),
        new("what of the record is to be read", ["contactword", "viewafterword"], Reader.Manager, Reader.Worker),
        new("how an approval was written down", ["writtenword"], Reader.Parent | Reader.Manager | Reader.Inspector, Nobody),
        new("attempts to reach a parent", ["attemptword"], Nobody, Nobody),
        new("why it was refused", ["refusalword"], Reader.Withheld | Reader.Manager | Reader.Inspector, Nobody),
        new("the review of an unplanned start", ["reviewword"], Reader.Colleague | Reader.Manager | Reader.Inspector, Nobody),
        new("an addendum", ["addendumword"], Reader.Manager | Reader.Inspector, Reader.Worker),
        new("a concern that a record raised", ["(L-20)"], Nobody, Nobody),
        new("a concern", ["concernword", "thresholdword", "endword"], Reader.Manager, Reader.Manager),
        new("what was said in a drill", ["drillword"], Reader.Manager, Nobody),
    ];
}
