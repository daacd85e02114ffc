using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Drills;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Visits;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Drills;

/// <summary>Lets people in by the links of drills and takes their steps.</summary>
/// <param name="tokens">Opens tokens.</param>
/// <param name="links">Where links are kept.</param>
/// <param name="steps">Takes the steps of drills.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class DrillDesk(LinkTokens tokens, LinkStore links, DrillSteps steps, RegisterReader registers, TimeProvider clock)
    : RecordDesk<DrillVisit>(LinkPurpose.Drill, tokens, links)
{
    /// <summary>Takes a step for the link's person.</summary>
    /// <returns>What is there afterwards, and what refused the step.</returns>
    public async Task<(DrillVisit? After, ImmutableArray<Finding> Refused)> TakeAsync(
        DrillVisit visit,
        DrillCommand command,
        CancellationToken ct
    )
    {
        var result = await steps.TakeAsync(new(visit.Drill.Id, visit.Home.Id, command, visit.Link.Person), ct);
        return (await AgainAsync(visit, ct), result is DrillResult.Refused refused ? refused.Findings : []);
    }

    /// <inheritdoc/>
    protected override Task NoteAsync(DrillVisit visit, DeliveryEvent happened, CancellationToken ct) =>
        steps.TakeAsync(new(visit.Drill.Id, visit.Home.Id, null, null) { Link = happened }, ct);

    /// <inheritdoc/>
    protected override async ValueTask<DrillVisit?> FindAsync(LinkAddress address, LinkRecord link, string path, CancellationToken ct)
    {
        if (await steps.ReadAsync(new(DrillRecords.Kind.IdIn(address.Partition)), ct) is not { State: var drill })
            return null;
        if (await registers.HomeAsync(drill.Home, ct) is not { } home)
            return null;
        var people = await registers.PeopleAsync(TakingPart(drill).Append(link.Person), ct);
        var now = clock.GetUtcNow();
        return people.FirstOrDefault(p => p.Id == link.Person) is { } person && !person.HasLeft(home.DayOf(now))
            ? new(address, link, drill, home, await registers.PolicyAsync(drill.PolicyVersion, ct), people, now, path)
            : null;
    }

    private static IEnumerable<PersonId> TakingPart(Drill drill) =>
        drill
            .Steps.Select(step => step.Owner?.Person)
            .Append((drill.Standing as DrillStanding.Ended)?.By)
            .OfType<PersonId>()
            .Append(drill.By);
}
