using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Drills;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Drills;

/// <summary>Lets people in by the links of drills, checks their codes and takes their steps.</summary>
/// <param name="tokens">Opens tokens.</param>
/// <param name="links">Where links are kept.</param>
/// <param name="steps">Takes the steps of drills.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class DrillDesk(LinkTokens tokens, LinkStore links, DrillSteps steps, RegisterReader registers, TimeProvider clock)
{
    /// <summary>Shows the door. Nothing changes.</summary>
    public async Task<IResult> LookAsync(string token, string path, CancellationToken ct) =>
        await EnterAsync(token, path, ct) is not { } visit ? LinkResults.Nothing()
        : visit.Link.StateAt(visit.Now) is not LinkState.Open and var state ? LinkResults.Shut(visit, state)
        : LinkResults.Door(visit);

    /// <summary>Opens the link with its code and does what was asked behind it.</summary>
    public async Task<IResult> OpenAsync(
        string token,
        string path,
        SentForm form,
        Func<DrillVisit, SentForm, CancellationToken, Task<IResult>> act,
        CancellationToken ct
    )
    {
        if (await EnterAsync(token, path, ct) is not { } visit)
            return LinkResults.Nothing();
        var typed = form.Value(LinkResults.Code);
        var attempt = await links.TryAsync(visit.Address, typed, ct);
        if (attempt is LinkAttempt.Wrong { Left: 0 })
            await NoteAsync(visit, new DeliveryEvent.LinkLocked(LinkPurpose.Drill, visit.Link.Person), ct);
        if (attempt is LinkAttempt.Opened && visit.Link.FirstUsedAt is null)
            await NoteAsync(visit, new DeliveryEvent.LinkOpened(LinkPurpose.Drill, visit.Link.Person), ct);
        return attempt switch
        {
            LinkAttempt.Opened opened => await act(visit with { Link = opened.Link, Code = typed }, form, ct),
            LinkAttempt.NotACode => LinkResults.NotACode(visit, form),
            LinkAttempt.Wrong { Left: > 0 } wrong => LinkResults.Wrong(visit, wrong.Left),
            LinkAttempt.Wrong wrong => LinkResults.Shut(visit, wrong.Link.State),
            LinkAttempt.Shut shut => LinkResults.Shut(visit, shut.State),
            _ => LinkResults.Nothing(),
        };
    }

    /// <summary>Takes a step for the link's person.</summary>
    /// <returns>What is there afterwards, and what refused the step.</returns>
    public async Task<(DrillVisit? After, ImmutableArray<Finding> Refused)> TakeAsync(
        DrillVisit visit,
        DrillCommand command,
        CancellationToken ct
    )
    {
        var result = await steps.TakeAsync(new(visit.Drill.Id, visit.Home.Id, command, visit.Link.Person), ct);
        var after = await EnterAsync(visit.Address, visit.Path, ct);
        return (after is null ? null : after with { Code = visit.Code }, result is DrillResult.Refused refused ? refused.Findings : []);
    }

    private Task<DrillResult> NoteAsync(DrillVisit visit, DeliveryEvent happened, CancellationToken ct) =>
        steps.TakeAsync(new(visit.Drill.Id, visit.Home.Id, null, null) { Link = happened }, ct);

    private async ValueTask<DrillVisit?> EnterAsync(string token, string path, CancellationToken ct) =>
        tokens.TryOpen(LinkPurpose.Drill, token, out var address) ? await EnterAsync(address, path, ct) : null;

    // Who has left finds what a forged link finds: nothing. That is read from the register each time.
    private async ValueTask<DrillVisit?> EnterAsync(LinkAddress address, string path, CancellationToken ct)
    {
        if (await links.ReadAsync(address.Partition, address.Link, ct) is not { Record: { Purpose: LinkPurpose.Drill } link })
            return null;
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
