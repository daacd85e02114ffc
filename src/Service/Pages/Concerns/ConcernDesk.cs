using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Concerns;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Visits;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Concerns;

/// <summary>Lets in by the links of concerns whoever may look into them at that moment, and takes their steps.</summary>
/// <param name="tokens">Opens tokens.</param>
/// <param name="links">Where links are kept.</param>
/// <param name="steps">Takes the steps of concerns.</param>
/// <param name="registers">What is known when something is decided about a concern.</param>
/// <param name="people">The registers.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class ConcernDesk(
    LinkTokens tokens,
    LinkStore links,
    ConcernSteps steps,
    ConcernRegisters registers,
    RegisterReader people,
    TimeProvider clock
) : RecordDesk<ConcernVisit>(LinkPurpose.Concern, tokens, links)
{
    /// <summary>Takes a step for the link's person.</summary>
    /// <returns>What is there afterwards, and what refused the step.</returns>
    public async Task<(ConcernVisit? After, ImmutableArray<Finding> Refused)> TakeAsync(
        ConcernVisit visit,
        ConcernCommand command,
        CancellationToken ct
    )
    {
        var result = await steps.TakeAsync(new(visit.Concern.Id, command, visit.Link.Person), ct);
        return (await AgainAsync(visit, ct), result is ConcernResult.Refused refused ? refused.Findings : []);
    }

    /// <inheritdoc/>
    protected override Task NoteAsync(ConcernVisit visit, DeliveryEvent happened, CancellationToken ct) =>
        steps.TakeAsync(new(visit.Concern.Id, null, null) { Link = happened }, ct);

    /// <inheritdoc/>
    protected override async ValueTask<ConcernVisit?> FindAsync(LinkAddress address, LinkRecord link, string path, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (
            await steps.ReadAsync(new(ConcernRecords.Kind.IdIn(address.Partition)), ct) is not { State: var concern }
            || await registers.FactsAsync(concern, link.Person, ct) is not { Facts: { Actor: { } actor } facts }
            || actor.HasLeft(facts.Home.DayOf(now))
            || !ConcernDecider.MayDecide(concern, facts, now)
        )
            return null;
        return new(address, link, concern, facts, await people.PeopleAsync(Named(concern), ct), now, path);
    }

    private static IEnumerable<PersonId> Named(Concern concern) =>
        new[] { concern.About, concern.With, concern.Acknowledged?.By, concern.Referral?.By, concern.Outcome?.By }
            .OfType<PersonId>()
            .Concat(concern.Addenda?.Select(added => added.By) ?? [])
            .Append(concern.RaisedBy)
            .Distinct();
}
