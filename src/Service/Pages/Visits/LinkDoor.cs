using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Sessions;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Links;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Visits;

/// <summary>
/// Lets people in by their links. Who is barred for the child, or has left, finds what a forged link finds: nothing. That is read from the
/// register each time.
/// </summary>
/// <param name="tokens">Opens tokens.</param>
/// <param name="links">Where links are kept.</param>
/// <param name="steps">Where arrangements are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="past">Reads what has happened.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class LinkDoor(
    LinkTokens tokens,
    LinkStore links,
    ArrangementSteps steps,
    RegisterReader registers,
    PastEvents past,
    TimeProvider clock
)
{
    /// <summary>Finds what a link is about.</summary>
    /// <param name="purpose">What its address says it is for.</param>
    /// <param name="token">Its token.</param>
    /// <param name="path">Its path.</param>
    /// <param name="hears">Whether somebody barred is let in to be heard; they are shown nothing.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The visit; null when there is nothing here for this person.</returns>
    public async ValueTask<Visit?> EnterAsync(LinkPurpose purpose, string token, string path, bool hears, CancellationToken ct) =>
        tokens.TryOpen(purpose, token, out var address)
        && await EnterAsync(address, purpose, path, ct) is { } visit
        && (hears || !visit.IsBarred)
            ? visit
            : null;

    /// <summary>Looks again at what a link is about.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The visit as it is now; null when there is nothing here for this person any more.</returns>
    public async ValueTask<Visit?> AgainAsync(Visit visit, CancellationToken ct) =>
        await EnterAsync(visit.Address, visit.Link.Purpose, visit.Path, ct) is not { IsBarred: false } again ? null
        : visit.Past.IsEmpty ? again with { Code = visit.Code }
        : await WithPastAsync(again with { Code = visit.Code }, ct);

    /// <summary>Adds what has happened, and who they were that did it.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The visit with its past.</returns>
    public async ValueTask<Visit> WithPastAsync(Visit visit, CancellationToken ct)
    {
        var events = await past.ReadAsync(visit.Arrangement.Id, ct);
        var people = visit.Facts.Named.ToBuilder();
        foreach (var id in events.SelectMany(PeopleOf).Distinct().Except(visit.Facts.Named.Select(p => p.Id)))
            if (await registers.PersonAsync(id, ct) is { } person)
                people.Add(person);
        return visit with { Past = events, Facts = visit.Facts with { Named = people.ToImmutable() } };
    }

    /// <summary>Tries a code; a wrong one counts.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it; null when the link is gone.</returns>
    public ValueTask<LinkAttempt?> TryAsync(Visit visit, string? typed, CancellationToken ct) => links.TryAsync(visit.Address, typed, ct);

    private async ValueTask<Visit?> EnterAsync(LinkAddress address, LinkPurpose purpose, string path, CancellationToken ct)
    {
        if (await links.ReadAsync(address.Partition, address.Link, ct) is not { Record: var link } || link.Purpose != purpose)
            return null;
        if (await steps.ReadAsync(new(ArrangementRecords.Kind.IdIn(address.Partition)), ct) is not { Record: var record })
            return null;
        var state = record.State;
        var plan = state.Plan;
        if (await registers.FactsAsync(plan, state.Home, state.PolicyVersion, link.Person, Named(state), ct) is not { Facts: var facts })
            return null;
        var now = clock.GetUtcNow();
        return facts.Actor!.HasLeft(facts.Home.DayOf(now))
            ? null
            : new(address, link, state, facts, now, path) { Unheard = Reach.Unheard(record) };
    }

    private static IEnumerable<PersonId> PeopleOf(PastEvent past) =>
        past switch
        {
            { Event: ArrangementEvent.MailUndeliverable undeliverable } => [undeliverable.Person],
            { By: { } by } => [by],
            _ => [],
        };

    private static IEnumerable<PersonId> PeopleOf(Approval approval) =>
        approval.OnBehalf is { } onBehalf ? [approval.By.Person, onBehalf.RecordedBy] : [approval.By.Person];

    private static PersonId[] Named(Arrangement state) =>
        [
            .. state
                .Plan.Named()
                .Select(named => named.Person)
                .Append(state.RequestedBy)
                .Concat(state.Overrides.Select(o => o.By))
                .Concat(state.Told.Select(t => t.Person))
                .Concat(state.ApprovalRound?.Approvals.SelectMany(PeopleOf) ?? [])
                .Concat(state.Escalations.SelectMany(e => new[] { e.Owner?.Person, e.FormerOwner }).OfType<PersonId>())
                .Concat(InPhase(state.Phase))
                .Distinct(),
        ];

    private static IEnumerable<PersonId> InPhase(Phase phase) =>
        phase switch
        {
            Phase.Refused p => [p.By],
            Phase.Withdrawn p => [p.By],
            Phase.Lapsed p => [p.By],
            Phase.DeclinedByWorker p => [p.Explanation.By],
            Phase.Active p => InSession(p.Session),
            Phase.AwaitingCloseOut p => InSession(p.Session),
            Phase.Closed p => InSession(p.Session),
            _ => [],
        };

    private static IEnumerable<PersonId> InSession(Session session) =>
        session.Basis switch
        {
            SessionBasis.Unplanned unplanned => [unplanned.ColleagueTold],
            SessionBasis.Approved approved => approved.Round.Approvals.SelectMany(PeopleOf),
            _ => [],
        };
}
