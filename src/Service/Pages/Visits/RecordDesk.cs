using Microsoft.AspNetCore.Http;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Records;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Lets people in by the links of records that are no arrangements, and checks their codes.</summary>
/// <typeparam name="TVisit">What is found behind them.</typeparam>
/// <param name="purpose">What the links are for.</param>
/// <param name="tokens">Opens tokens.</param>
/// <param name="links">Where links are kept.</param>
internal abstract class RecordDesk<TVisit>(LinkPurpose purpose, LinkTokens tokens, LinkStore links)
    where TVisit : RecordVisit
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
        Func<TVisit, SentForm, CancellationToken, Task<IResult>> act,
        CancellationToken ct
    )
    {
        if (await EnterAsync(token, path, ct) is not { } visit)
            return LinkResults.Nothing();
        var typed = form.Value(LinkResults.Code);
        var attempt = await links.TryAsync(visit.Address, typed, ct);
        if (attempt is LinkAttempt.Wrong { Left: 0 })
            await NoteAsync(visit, new DeliveryEvent.LinkLocked(purpose, visit.Link.Person), ct);
        if (attempt is LinkAttempt.Opened && visit.Link.FirstUsedAt is null)
            await NoteAsync(visit, new DeliveryEvent.LinkOpened(purpose, visit.Link.Person), ct);
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

    /// <summary>What is there after a step.</summary>
    /// <param name="visit">The visit before it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The visit; null when nothing is there for this person any more.</returns>
    protected async ValueTask<TVisit?> AgainAsync(TVisit visit, CancellationToken ct) =>
        await EnterAsync(visit.Address, visit.Path, ct) is { } after ? after with { Code = visit.Code } : null;

    /// <summary>Finds what a link is about, as the registers are now: whoever it is not for any more finds what a forged link finds.</summary>
    /// <param name="address">Where the link is.</param>
    /// <param name="link">The link.</param>
    /// <param name="path">Its path.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The visit; null when there is nothing here for its person.</returns>
    protected abstract ValueTask<TVisit?> FindAsync(LinkAddress address, LinkRecord link, string path, CancellationToken ct);

    /// <summary>Writes down what became of a link.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="happened">What became of it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is kept.</returns>
    protected abstract Task NoteAsync(TVisit visit, DeliveryEvent happened, CancellationToken ct);

    private async ValueTask<TVisit?> EnterAsync(string token, string path, CancellationToken ct) =>
        tokens.TryOpen(purpose, token, out var address) ? await EnterAsync(address, path, ct) : null;

    private async ValueTask<TVisit?> EnterAsync(LinkAddress address, string path, CancellationToken ct) =>
        await links.ReadAsync(address.Partition, address.Link, ct) is { Record: var link } && link.Purpose == purpose
            ? await FindAsync(address, link, path, ct)
            : null;
}
