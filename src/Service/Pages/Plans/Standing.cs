using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Letters;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Plans;

/// <summary>Says how things stand with an arrangement, and what this visitor has decided about it.</summary>
internal static class Standing
{
    public static IEnumerable<string> Of(Visit visit)
    {
        if (visit.Round?.Approvals.FirstOrDefault(a => a.By.Person == visit.Person.Id) is { } own)
            yield return own.OnBehalf is not { } written
                ? $"You approved this: {HomeTime.Moment(own.At, visit.Home.TimeZone)}."
                : WrittenDown(own, written, visit);
        yield return Now(visit);
        if (Authority.IsStaff(visit.Person, visit.Home, visit.Now) && Reason(visit.Arrangement.Phase) is { } reason)
            yield return $"The reason: {reason}";
    }

    private static string WrittenDown(Approval own, OnBehalf written, Visit visit)
    {
        var seen = new Disclosure(visit);
        return $"Your approval was written down by {seen.Name(written.RecordedBy)}, {PlanWords.Of(written.Means)}, on "
            + $"{HomeTime.Moment(own.At, visit.Home.TimeZone)}: {seen.Words(written.Note)}";
    }

    // For the home's own people; a worker's reason to decline is no business of others.
    private static string? Reason(Phase phase) =>
        phase switch
        {
            Phase.Suspended p => p.Reason,
            Phase.Active p => p.Session.ExtensionBarred,
            Phase.AwaitingExplanation p => p.Decline.Reason,
            Phase.DeclinedByWorker p => p.Decline.Reason,
            Phase.EndedByReview p => p.Reason,
            _ => null,
        };

    public static string Now(Visit visit) =>
        visit.Arrangement.Phase switch
        {
            Phase.AwaitingOverride => "It waits for a manager's decision on a departure from the guidance.",
            Phase.Suspended when visit.Plan.Standing is not null =>
                "It was in force, but something that it rests on has lapsed. No occasion under it may start until that is reviewed.",
            Phase.AwaitingApproval => "It waits for approval. Nothing takes place before.",
            Phase.Approved => "It is approved.",
            Phase.InForce => "It is in force. Occasions can be planned within it until its last day.",
            Phase.Suspended => "It was approved, but something that it rests on has lapsed. It may not start until that is reviewed.",
            Phase.Active => "It is under way.",
            Phase.AwaitingCloseOut => "It is over. The worker's record of it is still to come.",
            Phase.AwaitingExplanation => "The worker declined it. It does not take place; the young person is to hear why.",
            Phase.Closed => "It took place and is recorded.",
            Phase.Refused p when p.By == visit.Person.Id => $"You refused this: {p.Reason}",
            Phase.Refused p => $"It was refused by {new Disclosure(visit).Name(p.By)}: {new Disclosure(visit).Words(p.Reason)}",
            Phase.Expired { WasInForce: true } => "Its time is over. Nothing more is planned under it.",
            Phase.Expired => "It was not decided before its planned start, and does not take place.",
            Phase.Withdrawn p => $"It was taken back by {new Disclosure(visit).Name(p.By)}: {new Disclosure(visit).Words(p.Reason)}",
            Phase.DeclinedByWorker => "The worker declined it, and explained it to the young person. It does not take place.",
            Phase.Lapsed { TookPlace: true } => "It was not started on its page, but took place all the same. This is looked into.",
            Phase.Lapsed => "It did not take place.",
            Phase.EndedByReview => "A review ended what it rested on. It does not take place.",
            var phase => throw new InvalidOperationException($"{phase.GetType().Name} has no words."),
        };
}
