using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Lets somebody do something: over the API, or by the link in their mail.</summary>
/// <param name="server">The server.</param>
/// <param name="shared">The shared cast with the bodies' defaults.</param>
/// <param name="own">The scenario's own cast.</param>
/// <param name="observer">Knows which arrangement it is.</param>
/// <param name="narrator">Tells it, and knows the mails.</param>
/// <param name="zone">The home's time zone.</param>
/// <param name="kept">What earlier steps kept, by name.</param>
internal sealed class Acting(DemoServer server, Cast shared, Cast own, Observer observer, Narrator narrator, TimeZoneInfo zone, Kept kept)
{
    private readonly Api api = server.Api;

    /// <summary>Does it.</summary>
    /// <exception cref="StepFailedException">It did not go as the file says.</exception>
    public async Task ActAsync(Step.Act act, CancellationToken ct)
    {
        if (!api.Knows(act.Who))
            throw new StepFailedException($"nobody is called '{act.Who}'");
        if (act.ByLink)
            await ByLinkAsync(act, ct);
        else
            await ByApiAsync(act, ct);
    }

    private async Task ByLinkAsync(Step.Act act, CancellationToken ct)
    {
        var form = act.Deed.Link!;
        var mail = narrator.LastTo(act.Who, form.Purpose) ?? throw new StepFailedException($"{act.Who} has no mail with a link for that");
        var fields = kept.In(With(act, cast => cast.Forms));
        var with = Bodies.WithMoments(fields, server.Clock.GetUtcNow(), zone)!.AsObject();
        if (act.Refused is [var status])
        {
            await RefusedByPageAsync(act, new Browser(server.Http).DoAsync(mail, form, with, ct), status);
            return;
        }
        var oneTap = await new Browser(server.Http).DoAsync(mail, form, with, ct);
        Tell(act, oneTap ? "(mailed link, one tap)" : "(mailed link and code)");
    }

    private async Task RefusedByPageAsync(Step.Act act, Task visit, string status)
    {
        try
        {
            await visit;
        }
        catch (PageRefusedException e) when ($"{e.Status}" == status)
        {
            Tell(act, $"(mailed link) — {e.Status}");
            narrator.AsExpected($"the page says: {e.Said}");
            return;
        }
        throw new StepFailedException($"expected that the page answers {status}; it was done");
    }

    private async Task ByApiAsync(Step.Act act, CancellationToken ct)
    {
        var path = await PathAsync(act, ct);
        var (body, revision) = await BodyAsync(act, path, ct);
        var moments = Bodies.WithMoments(kept.In(body), server.Clock.GetUtcNow(), zone);
        var reply = await api.SendAsync(act.Who, act.Deed.Method, path, act.Deed.Method == "GET" ? null : moments, revision, ct);
        Tell(act, reply.IsDone ? "" : $"— refused: {string.Join(", ", IdsOf(reply))}");
        if (act.Refused is { } expected)
            CheckRefusal(reply, [.. expected]);
        else if (!reply.IsDone)
            throw new StepFailedException($"{act.Who} was refused with {reply.Status}: {reply.Problem}");
        else
            Heed(act, reply);
    }

    private void Heed(Step.Act act, Reply reply)
    {
        if (act.Answers is { } part && !Matching.Has(reply.Body, kept.In(part)))
            throw new StepFailedException($"expected that the answer has {part.ToJsonString()}; it is {reply.Body?.ToJsonString()}");
        if (act.Answers is { } seen)
            narrator.AsExpected($"the answer has {seen.ToJsonString()}");
        foreach (var (name, field) in act.Keeps)
            kept.Keep(name, reply.Body?[field] ?? throw new StepFailedException($"the answer has no {field}"));
        if (act.Deed.Takes == Takes.Plan)
            observer.Follow(reply.Body!["id"]!.ToString());
    }

    private void CheckRefusal(Reply reply, string[] expected)
    {
        if (reply.IsDone)
            throw new StepFailedException($"expected a refusal with {string.Join(", ", expected)}; it was done");
        if (!IdsOf(reply).ToHashSet().SetEquals(expected))
            throw new StepFailedException($"expected a refusal with {string.Join(", ", expected)}; it was {reply.Status}: {reply.Problem}");
        narrator.AsExpected(reply.Problem);
    }

    private async Task<string> PathAsync(Step.Act act, CancellationToken ct)
    {
        var path = kept.InAddress(act.Deed.Path);
        if (path.Contains("{id}", StringComparison.Ordinal))
            path = path.Replace("{id}", observer.Id, StringComparison.Ordinal);
        return path.Contains("{about}", StringComparison.Ordinal)
            ? path.Replace(
                "{about}",
                act.About is { } about ? kept.InAddress(about) : await OnlyEscalationAsync(ct),
                StringComparison.Ordinal
            )
            : path;
    }

    private async Task<string> OnlyEscalationAsync(CancellationToken ct) =>
        (await observer.LookAsync(ct))["escalations"] is JsonArray { Count: 1 } only
            ? only[0]!["cause"]!.ToString()
            : throw new StepFailedException("not exactly one escalation is open; say which with \"about\"");

    private async Task<(JsonObject Body, string? Revision)> BodyAsync(Step.Act act, string path, CancellationToken ct)
    {
        var body = With(act, cast => cast.Bodies);
        switch (act.Deed.Takes)
        {
            case Takes.Present:
                var present = await api.GetAsync(act.Who, path, ct);
                return (Bodies.Over(present.IsDone ? present.Body!.AsObject() : null, body), present.ETag);
            case Takes.PresentPlan:
                var seen = await ShownAsync(act.Who, $"/api/arrangements/{observer.Id}", ct);
                return (Bodies.Over(seen.Body!["plan"]!.AsObject(), act.With), seen.ETag);
            case Takes.Digest:
                var shown = await ShownAsync(act.Who, $"/api/arrangements/{observer.Id}", ct);
                return (Bodies.Over(new() { ["digest"] = shown.Body!["digest"]!.DeepClone() }, body), null);
            case Takes.Revision:
                return (body, (await ShownAsync(act.Who, path[..path.LastIndexOf('/')], ct)).ETag);
            default:
                return (body, null);
        }
    }

    private async Task<Reply> ShownAsync(string who, string path, CancellationToken ct) =>
        await api.GetAsync(who, path, ct) is { IsDone: true } shown ? shown : throw new StepFailedException($"{who} is not shown {path}");

    private void Tell(Step.Act act, string how) =>
        narrator.Act(server.Clock.GetUtcNow(), act.Who, $"{act.Deed.Words}{(act.About is { } about ? $" ({about})" : "")}", how);

    private JsonObject With(Step.Act act, Func<Cast, IReadOnlyDictionary<string, JsonObject>> defaults) =>
        Bodies.Over(
            Bodies.Over(defaults(shared).GetValueOrDefault(act.Deed.Name), defaults(own).GetValueOrDefault(act.Deed.Name)),
            act.With
        );

    private static IEnumerable<string> IdsOf(Reply reply) =>
        reply.Findings.Select(f => f["id"]!.ToString()).DefaultIfEmpty($"{reply.Status}");
}
