using System.Collections.Immutable;
using static OneToOne.Domain.Guidance.DutyKind;

namespace OneToOne.Domain.Guidance;

/// <summary>What the general guidance asks of every organisation, and of every adult outside one.</summary>
internal static class GeneralDuties
{
    public static ImmutableArray<Duty> Rows { get; } =
    [
        NotYet(
            "G-01",
            Record,
            "The organisation has a policy on one-to-one time, and each arrangement keeps the version it was judged under."
        ),
        NotYet("G-02", Principle, "One-to-one time is never forbidden altogether; it is made safe."),
        NotYet("G-03", Hard, "There is a need, said in words that mean something."),
        NotYet("G-04", Hard, "A manager and a parent or carer agree: two people, neither of them the requester or the worker."),
        NotYet("G-05", Hard, "Safeguards are named, each with somebody who answers for it, and are in place before the start."),
        NotYet(
            "G-06",
            Hard,
            "For an adult outside any organisation a nominated responsible adult stands in for the managers, and nothing is overridden."
        ),
        NotYet("G-07", Record, "Training and guidance for areas where people are vulnerable is offered, and what became of it is kept."),
        NotYet("G-08", Override, "Unsupervised, isolated and street-based settings need training that is in date."),
        NotYet("G-09", Ask, "An assessment says how the child might be harmed by somebody who abuses their trust."),
        NotYet("G-10", Ask, "An assessment says how the worker might be accused without cause."),
        NotYet("G-11", Hard, "Both of these risks and the precautions are weighed before an assessment is agreed."),
        NotYet("G-12", Ask, "Whether another adult could be present, or the occasion avoided, is asked and answered."),
        new(
            "G-13",
            "G",
            [Clock, Notify],
            "Somebody can reach the worker, looks for them when they go silent, and comes when they call for help.",
            []
        ),
        NotYet("G-14", Hard, "A manager who is not the worker agrees each version of an assessment."),
        NotYet("G-15", Hard, "The child, the worker and the two together are assessed, each part with its own review date."),
        NotYet("G-16", Clock, "Every assessment is reviewed in time; one that is not stops counting until somebody has reviewed it."),
        NotYet(
            "G-17",
            Hard,
            "Outside the organisation's agreed arrangements a senior manager and a parent or carer both agree beforehand."
        ),
        NotYet("G-18", Hard, "A worker whose role includes lone working has a role assessment that is agreed and in date."),
        NotYet("G-19", Override, "Remote and secluded places are avoided, or made safe in ways that are named."),
        new("G-20", "G", [Hard, Notify], "Somebody is told before the start, and is known to have been told.", []),
        NotYet("G-21", Ask, "Whether somebody should be present or close by is answered with a name and a reason."),
        NotYet("G-22", Override, "Signs that say a room is taken are avoided."),
        new(
            "G-23",
            "G",
            [Hard, Notify],
            "A child who became distressed or angry is reported to a senior colleague, who acknowledges it.",
            []
        ),
        NotYet("G-24", Ask, "What the child needs now is looked at in the session, and a change leads to an early review."),
    ];

    private static Duty NotYet(string id, DutyKind kind, string words) => Duties.NotYet(id, "G", kind, words);

    private static Duty Enforced(string id, DutyKind kind, string words, params ImmutableArray<string> where) =>
        Duties.Enforced(id, "G", kind, words, where);
}
