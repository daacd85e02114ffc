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
        new("the child", ["refword"], Everybody, Reader.Worker | Reader.Manager, "the reference is on every request; G-04, L-21"),
        new(
            "the other child",
            ["otherrefword", "cara"],
            Reader.Withheld | Reader.Colleague | Reader.Manager | Reader.Inspector,
            Reader.Withheld,
            "only of that child's own arrangement, or for the home's people; never for another child's family"
        ),
        new("the home", ["homeword"], Everybody | Reader.Inspector, Nobody, "G-04, L-21; withheld from a family where the record says so"),
        new("the place", ["placeword"], Everybody | Reader.Inspector, Reader.Family | Reader.Worker, "G-04, L-21; withheld likewise"),
        new(
            "the need",
            ["needword"],
            Everybody | Reader.Withheld | Reader.Inspector,
            Reader.Family | Reader.Worker,
            "G-03, L-02: whoever decides or is told reads why"
        ),
        new(
            "safeguards",
            ["safeguardword", "presenceword"],
            Everybody | Reader.Withheld,
            Reader.Family | Reader.Worker,
            "G-05, G-21: what is decided on, and what colleagues keep"
        ),
        new(
            "the door",
            ["doorword"],
            Everybody | Reader.Inspector,
            Reader.Family | Reader.Worker,
            "L-19: what is decided on, and looked at from outside"
        ),
        new(
            "what was considered",
            ["agedword", "genderedword", "casedword", "alternativeword"],
            Reader.Family | Reader.Withheld | Reader.Manager,
            Reader.Family | Reader.Worker,
            "L-16, L-05: what is decided on"
        ),
        new(
            "the child's own view",
            ["viewbeforeword", "mitigationword"],
            Reader.Manager,
            Reader.Worker,
            "open point 3: said to the home's managers; the worker wrote it down"
        ),
        new(
            "a departure (L-18)",
            ["L-18detailsword", "L-18reasonsword"],
            Reader.Family | Reader.Manager | Reader.Inspector,
            Reader.Family | Reader.Worker,
            "L-06 to L-08: shown to those who approve, and for inspection"
        ),
        new(
            "a departure that tells of L-12",
            ["L-12detailsword", "L-12reasonsword"],
            Reader.Manager | Reader.Inspector,
            Nobody,
            "L-08; a family does not learn of the flag by it"
        ),
        // People.
        new(
            "first names",
            ["wendyfirst", "colinfirst"],
            Everybody | Reader.Withheld,
            Nobody,
            "whoever decides or is told knows who it is with"
        ),
        new("surnames", ["wendylast", "colinlast"], Everybody | Reader.Inspector, Nobody, "the same; withheld likewise"),
        new(
            "who decided",
            ["harrietfirst"],
            Reader.Family | Reader.Withheld | Reader.Colleague | Reader.Manager,
            Nobody,
            "L-08, L-05: a decision has a name"
        ),
        new(
            "the surname of who decided",
            ["harrietlast"],
            Reader.Family | Reader.Colleague | Reader.Manager,
            Nobody,
            "the same; withheld likewise"
        ),
        new(
            "who wrote an approval down, or looks",
            ["samfirst", "samlast"],
            Reader.Parent | Reader.Worker,
            Nobody,
            "open point 2a: whoever is said to have approved knows by whom; G-13: the worker knows who looks"
        ),
        new("who is called in an emergency", ["sunilfirst", "sunillast"], Reader.Staff, Nobody, "G-13"),
        new("addresses", ["example.org"], Nobody, Nobody, "nobody reads how another is reached"),
        new("training", ["trainingword"], Nobody, Nobody, "judged by rules, read in the register"),
        // The child's record and assessment.
        new(
            "care plan and case history",
            ["careplanword", "casehistoryword"],
            Reader.Worker,
            Reader.Worker | Reader.Manager,
            "L-30: their references and versions, for the worker who reads them"
        ),
        new(
            "what the worker needs of the assessment",
            ["careneedsword", "vulnerabilityword", "precautionword"],
            Reader.Worker,
            Reader.Worker | Reader.Manager,
            "G-24, L-04: the briefing"
        ),
        new(
            "the precautions of worker and pair",
            ["workerprecautionword", "pairprecautionword"],
            Reader.Worker,
            Reader.Worker,
            "G-11, G-24: the briefing"
        ),
        new(
            "conditions",
            ["conditionword"],
            Reader.Worker | Reader.Manager,
            Reader.Worker | Reader.Manager,
            "L-17: whoever decides or does it keeps to them"
        ),
        new(
            "the conditions of worker and pair",
            ["workerconditionword", "pairconditionword"],
            Reader.Worker | Reader.Manager,
            Reader.Worker,
            "L-17"
        ),
        new(
            "the rest of the assessment",
            ["circumstancesword", "historyword", "childriskword", "workerriskword", "factorword", "strategyword"],
            Nobody,
            Reader.Worker | Reader.Manager,
            "L-04, L-15: for those who work with the child, and not on a page"
        ),
        new(
            "not comfortable alone (L-12)",
            ["uneasyword"],
            Reader.Staff,
            Reader.Worker | Reader.Manager,
            "L-12: shown on each request to staff, who see to its mitigation"
        ),
        new("consultations", ["consultationword"], Nobody, Reader.Manager, "L-09: restricted to managers"),
        new("allegations of abuse (L-10)", ["abuseword"], Nobody, Reader.Manager, "L-10: restricted to managers"),
        new("a history of making allegations (L-11)", ["allegingword"], Nobody, Reader.Manager, "L-11: restricted to managers"),
        new("why somebody is barred", ["barword"], Reader.Manager, Reader.Manager, "open point 2: for heads, also in their own inspection"),
        // What happened.
        new(
            "why a worker declined",
            ["declineword", "howword", "responseword"],
            Reader.Manager | Reader.Inspector,
            Nobody,
            "L-26, L-08; never told to the family by the product"
        ),
        new(
            "distress and what came of it",
            ["distressword", "outcomeword"],
            Reader.Manager | Reader.Inspector,
            Reader.Worker,
            "G-23, L-08; the worker wrote it"
        ),
        new("what was done", ["summaryword"], Nobody, Reader.Worker, "the record is the worker's own"),
        new(
            "what of the record is to be read",
            ["contactword", "viewafterword"],
            Reader.Manager,
            Reader.Worker,
            "L-25, L-29, L-32: for managers; the worker wrote it"
        ),
        new(
            "how an approval was written down",
            ["writtenword"],
            Reader.Parent | Reader.Manager | Reader.Inspector,
            Nobody,
            "open point 2a: whoever is said to have said it reads it; L-08"
        ),
        new("attempts to reach a parent", ["attemptword"], Nobody, Nobody, "open point 2a: for the home's people in its record"),
        new(
            "why it was refused",
            ["refusalword"],
            Reader.Withheld | Reader.Manager | Reader.Inspector,
            Nobody,
            "G-04: who asked and who decided learn why; what is withheld is blanked in it"
        ),
        new(
            "the review of an unplanned start",
            ["reviewword"],
            Reader.Colleague | Reader.Manager | Reader.Inspector,
            Nobody,
            "G-20: the colleague who was told learns what came of it; L-08"
        ),
        new("an addendum", ["addendumword"], Reader.Manager | Reader.Inspector, Reader.Worker, "G-10, L-08"),
        new("a concern that a record raised", ["(L-20)"], Nobody, Nobody, "L-20: a concern says so only where it is looked into"),
        new(
            "a concern",
            ["concernword", "thresholdword", "endword"],
            Reader.Manager,
            Reader.Manager,
            "decision 18: for those who look into it"
        ),
        new("what was said in a drill", ["drillword"], Reader.Manager, Nobody, "decision 20: for those who are drilled"),
    ];
}
