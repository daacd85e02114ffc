using System.Globalization;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
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
    /// <param name="visit">The visit.</param>
    /// <param name="command">The step.</param>
    /// <param name="read">The revision that the page showed; to take a concern on is no answer to what it says, and needs none.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What is there afterwards, and what became of the step.</returns>
    public async Task<(ConcernVisit? After, ConcernResult Result)> TakeAsync(
        ConcernVisit visit,
        ConcernCommand command,
        string? read,
        CancellationToken ct
    )
    {
        var step = new ConcernStep(visit.Concern.Id, command, visit.Link.Person)
        {
            Seen = command is ConcernCommand.Acknowledge ? null : revision => read == revision.ToString(CultureInfo.InvariantCulture),
        };
        var result = await steps.TakeAsync(step, ct);
        return (await AgainAsync(visit, ct), result);
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
