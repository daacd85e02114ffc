using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Pages.Visits;

/// <summary>What a page does for somebody who has come by a link: looks, checks the code, takes their steps.</summary>
/// <param name="door">Lets them in.</param>
/// <param name="steps">Takes steps.</param>
/// <param name="urgent">Tells somebody now.</param>
/// <param name="history">Writes down what becomes of links.</param>
/// <param name="links">Lets a link work longer.</param>
/// <param name="acknowledging">Writes down what workers have read.</param>
internal sealed class LinkDesk(
    LinkDoor door,
    ArrangementSteps steps,
    UrgentDelivery urgent,
    LinkHistory history,
    LinkStore links,
    Acknowledging acknowledging
)
{
    /// <summary>Shows the door of a link: what kind of page it is, and the field for the code. Nothing changes.</summary>
    public async Task<IResult> LookAsync(LinkPurpose purpose, string token, string path, CancellationToken ct) =>
        await door.EnterAsync(purpose, token, path, hears: false, ct) is not { } visit ? LinkResults.Nothing()
        : await ShutAsync(visit, ct) is { } shut ? shut
        : LinkResults.Door(visit);

    /// <summary>Opens a link with its code and does what was asked behind it.</summary>
    public async Task<IResult> OpenAsync(LinkPurpose purpose, string token, string path, SentForm form, LinkAct act, CancellationToken ct)
    {
        if (await door.EnterAsync(purpose, token, path, act.HeardWhenBarred, ct) is not { } visit)
            return LinkResults.Nothing();
        if (act.OneTap && visit.IsOneTap)
            return await act.Run(await WithCodeIfRightAsync(visit, form, ct), form, this, ct);
        if (await ShutAsync(visit, ct) is { } shut)
            return visit.IsBarred ? LinkResults.Nothing() : shut;
        var attempt = await door.TryAsync(visit, form.Value(LinkResults.Code), ct);
        if (attempt is LinkAttempt.Wrong { Left: 0 })
            await history.NoteAsync(visit.Arrangement.Id, new DeliveryEvent.LinkLocked(purpose, visit.Link.Person), ct);
        return attempt switch
        {
            LinkAttempt.Opened opened => await act.Run(await OpenedAsync(visit, opened, form, act, ct), form, this, ct),
            _ when visit.IsBarred => LinkResults.Nothing(),
            LinkAttempt.NotACode => LinkResults.NotACode(visit, form),
            LinkAttempt.Wrong { Left: > 0 } wrong => LinkResults.Wrong(visit, wrong.Left),
            LinkAttempt.Wrong wrong => LinkResults.Shut(visit, wrong.Link.State),
            LinkAttempt.Shut shutNow => LinkResults.Shut(visit, shutNow.State),
            _ => LinkResults.Nothing(),
        };
    }

    /// <summary>Takes a step for the link's person.</summary>
    /// <returns>
    /// What is there afterwards — null when nothing is there for them any more — and what refused the step, which is nothing if it is done.
    /// </returns>
    public async Task<(Visit? After, ImmutableArray<Finding> Refused)> TakeAsync(
        Visit visit,
        ArrangementCommand command,
        CancellationToken ct
    )
    {
        var step = new Step(visit.Arrangement.Id, command, visit.Link.Person)
        {
            Link = visit is { Code: not null, IsNoted: false } ? visit.Link : null,
        };
        var result = await steps.TakeAsync(step, ct);
        if (
            result is StepResult.Done
            && command is ArrangementCommand.CallHelp or ArrangementCommand.ReportDistress or ArrangementCommand.RecordCloseOut
        )
            await urgent.DeliverAsync(visit.Arrangement.Id);
        // Whoever has approved can change their mind by the same link.
        if (result is StepResult.Done && command is ArrangementCommand.Approve)
            await links.ProlongAsync(visit.Address, ArrangementLinks.MayRefuseUntil(visit.Plan), CancellationToken.None);
        return (await door.AgainAsync(visit, ct), result is StepResult.Refused refused ? refused.Findings : []);
    }

    /// <summary>Writes down that the link's person has read documents, each in the version that the page named.</summary>
    /// <returns>What is there afterwards — null when nothing is there for them any more — and why it is refused.</returns>
    public async Task<(Visit? After, ImmutableArray<Finding> Refused)> AcknowledgeAsync(
        Visit visit,
        IReadOnlyDictionary<ReadDocument, int> read,
        CancellationToken ct
    )
    {
        var reader = visit.Link.Person;
        var refused = ImmutableArray<Finding>.Empty;
        if (read.TryGetValue(ReadDocument.PhysicalContactGuidance, out var version))
        {
            var guidance = visit.Facts.Policy.PhysicalContactGuidance;
            refused = [.. Reading.NotCurrent(visit.Facts.Policy, version) is { } stale ? [stale] : Array.Empty<Finding>()];
            if (refused.IsEmpty)
                await acknowledging.OfGuidanceAsync(reader, guidance, ct);
        }
        int? Of(ReadDocument document) => read.TryGetValue(document, out var said) ? said : null;
        if (Of(ReadDocument.CarePlan) is not null || Of(ReadDocument.CaseHistory) is not null)
            refused = refused.AddRange(
                (
                    await acknowledging.OfChildAsync(visit.Child.Id, reader, Of(ReadDocument.CarePlan), Of(ReadDocument.CaseHistory), ct)
                ).Findings
            );
        return (await door.AgainAsync(visit, ct), refused);
    }

    // What is one tap happens whatever came as a code; a right one only shows more.
    private async Task<Visit> WithCodeIfRightAsync(Visit visit, SentForm form, CancellationToken ct) =>
        form.Value(LinkResults.Code) is { } typed && await door.TryAsync(visit, typed, ct) is LinkAttempt.Opened opened
            ? visit with
            {
                Link = opened.Link,
                Code = typed,
            }
            : visit;

    private async Task<Visit> OpenedAsync(Visit visit, LinkAttempt.Opened opened, SentForm form, LinkAct act, CancellationToken ct)
    {
        var first = visit.Link.FirstUsedAt is null;
        if (first)
            await history.NoteAsync(visit.Arrangement.Id, new DeliveryEvent.LinkOpened(visit.Link.Purpose, visit.Link.Person), ct);
        var open = visit with { Link = opened.Link, Code = form.Value(LinkResults.Code), IsNoted = first };
        return act.ReadsPast ? await door.WithPastAsync(open, ct) : open;
    }

    private async Task<IResult?> ShutAsync(Visit visit, CancellationToken ct) =>
        visit.Link.StateAt(visit.Now) is not LinkState.Open and var state ? LinkResults.Shut(visit, state)
        : visit.IsOfOlderRound ? LinkResults.Changed(await door.WithPastAsync(visit, ct))
        : null;
}
