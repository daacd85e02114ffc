using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Service.Json;
using OneToOne.Service.Store;

namespace OneToOne.Service.Links;

/// <summary>A link as it was read.</summary>
/// <param name="Record">The link.</param>
/// <param name="Partition">The partition of the arrangement it belongs to.</param>
/// <param name="ETag">The store's version.</param>
public sealed record StoredLink(LinkRecord Record, string Partition, string ETag);

/// <summary>What a link is for, precisely enough that one person has one of them.</summary>
/// <param name="Purpose">Its purpose.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="About">What tells it from the person's other links of this purpose: the round, or the escalation.</param>
/// <param name="Round">The arrangement's round that it was made in.</param>
/// <param name="Digest">The digest that it decides on; null where it decides on none.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record LinkWanted(LinkPurpose Purpose, PersonId Person, string About, int Round, string? Digest, DateTimeOffset ExpiresAt)
{
    /// <summary>The id of the link, by which it is found again.</summary>
    public string Id => $"{Purpose.Word()}-{About}-{Person}";
}

/// <summary>Keeps links beside the arrangement that they belong to: one for each person and purpose, with one code.</summary>
/// <param name="store">The store.</param>
/// <param name="codes">Seals their codes.</param>
/// <param name="clock">The product's clock.</param>
public sealed class LinkStore(IDocumentStore store, SealedCodes codes, TimeProvider clock)
{
    /// <summary>Finds the link that is wanted, or makes it.</summary>
    /// <param name="partition">The arrangement's partition.</param>
    /// <param name="wanted">The link.</param>
    /// <param name="pending">The operation that keeps this very link in the same commit already; null when there is none.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>
    /// The link, its code, and the operation that keeps it in the next commit. A link that is locked keeps its id and gets a new code:
    /// the old one no longer opens it.
    /// </returns>
    public async ValueTask<(LinkRecord Link, LinkCode Code, Operation Keep)> WantAsync(
        string partition,
        LinkWanted wanted,
        Operation? pending,
        CancellationToken ct
    )
    {
        var stored = pending is null ? await ReadAsync(partition, wanted.Id, ct) : null;
        var found = pending?.Written is { } written ? Read(written) : stored?.Record;
        var address = new LinkAddress(partition, wanted.Id);
        var now = clock.GetUtcNow();
        if (
            found is { State: LinkState.Open } kept
            && kept.Digest == wanted.Digest
            && kept.Round == wanted.Round
            && codes.Open(kept.SealedCode, address) is { } code
        )
        {
            var prolonged = kept with { ExpiresAt = wanted.ExpiresAt };
            return (prolonged, code, Keep(prolonged));
        }
        var fresh = LinkCode.Create();
        var link = new LinkRecord
        {
            Id = wanted.Id,
            Purpose = wanted.Purpose,
            Person = wanted.Person,
            About = wanted.About,
            Round = wanted.Round,
            Digest = wanted.Digest,
            SealedCode = codes.Seal(fresh, address),
            CreatedAt = now,
            ExpiresAt = wanted.ExpiresAt,
            // Help stays one tap for a worker who has opened their link before, whatever has become of the code since.
            FirstUsedAt = wanted.Purpose is LinkPurpose.Session ? found?.FirstUsedAt : null,
        };
        return (link, fresh, Keep(link));

        Operation Keep(LinkRecord changed) =>
            ((pending as Operation.Replace)?.IfMatch ?? stored?.ETag) is { } etag
                ? new Operation.Replace(Write(changed), etag)
                : new Operation.Create(Write(changed));
    }

    /// <summary>Reads a link.</summary>
    /// <param name="partition">The arrangement's partition.</param>
    /// <param name="id">The link's id.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The link, or null.</returns>
    public async ValueTask<StoredLink?> ReadAsync(string partition, string id, CancellationToken ct) =>
        await store.ReadAsync(new(partition, DocumentTypes.Link, id), ct) is { } found
            ? new(JsonSerializer.Deserialize<LinkRecord>(found.Json.Span, WireFormat.Options)!, partition, found.ETag)
            : null;

    /// <summary>Tries a code on a link. A wrong one counts, in the store, before the answer is given; what is no code at all does not.</summary>
    /// <param name="address">Where the link is.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What came of it; null when there is no such link.</returns>
    public async ValueTask<LinkAttempt?> TryAsync(LinkAddress address, string? typed, CancellationToken ct)
    {
        while (true)
        {
            if (await ReadAsync(address.Partition, address.Link, ct) is not { } found)
                return null;
            var attempt = found.Record.Try(typed, codes.Open(found.Record.SealedCode, address), clock.GetUtcNow());
            var changed = attempt switch
            {
                LinkAttempt.Opened opened when opened.Link != found.Record => opened.Link,
                LinkAttempt.Wrong wrong => wrong.Link,
                _ => null,
            };
            if (changed is null || await KeepAsync(found, changed, ct))
                return attempt;
        }
    }

    /// <summary>Lets an open link work longer; one that works as long already, or is locked, stays as it is.</summary>
    /// <param name="address">Where the link is.</param>
    /// <param name="until">Until when.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is kept.</returns>
    public async ValueTask ProlongAsync(LinkAddress address, DateTimeOffset until, CancellationToken ct)
    {
        while (
            await ReadAsync(address.Partition, address.Link, ct) is { Record: { State: LinkState.Open } link } found
            && link.ExpiresAt < until
            && !await KeepAsync(found, link with { ExpiresAt = until }, ct)
        ) { }
    }

    private static LinkRecord Read(Document document) => JsonSerializer.Deserialize<LinkRecord>(document.Json.Span, WireFormat.Options)!;

    private async ValueTask<bool> KeepAsync(StoredLink found, LinkRecord changed, CancellationToken ct) =>
        await store.CommitAsync(new(found.Partition, Guid.NewGuid().ToString("N"), new Operation.Replace(Write(changed), found.ETag)), ct)
            is not CommitResult.Conflict;

    private static Document Write(LinkRecord link) =>
        new(DocumentTypes.Link, link.Id, JsonSerializer.SerializeToUtf8Bytes(link, WireFormat.Options));
}
