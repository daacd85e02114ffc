using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>What people do at one visit. Each story goes on until the server is gone.</summary>
internal sealed class Stories(Visit visit, Plan plan)
{
    private const string All = "/api/arrangements";

    /// <summary>Far more than the server ever needs, also on a machine that is busy with other things.</summary>
    private const int MostLooks = 10_000;

    private const int NewestTalks = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>What is overdue is ended and reviewed; then a session begins, unless one has just begun, and goes on.</summary>
    public async Task SessionsAsync(IEnumerable<string> overdue)
    {
        await OverdueAsync(overdue);
        var talk = new { plan = plan with { Purpose = Purpose.Talk, Length = TimeSpan.FromMinutes(20) }, colleagueTold = Colin.Id };
        var session =
            await UnderWayAsync() ?? (await visit.AskAsync(new(Wendy.Id.Value, $"{All}/unplanned", talk, "startedUnplanned"))).Id.Value;
        while (true)
            await visit.AskAsync(new(Wendy.Id.Value, $"{All}/{session}/check-ins", null, "checkedIn"));
    }

    // Nobody starts unplanned again before the review of the last time.
    private async Task<string?> UnderWayAsync()
    {
        var newest = (await visit.As(Wendy.Id.Value).GetAsync($"{All}?worker={Wendy.Id}")).IsDone().As<Page<ArrangementBrief>>().Items;
        foreach (var talk in newest.Where(brief => brief.Purpose == Purpose.Talk).Take(NewestTalks))
        {
            if (talk.Phase == "active")
                return talk.Id.Value;
            if ((await visit.As(Harriet.Id.Value).SeeAsync(talk.Id.Value)).ReviewDueAt is not null)
            {
                var review = new { notes = "It was right to listen to her" };
                await visit.AskAsync(new(Harriet.Id.Value, $"{All}/{talk.Id}/unplanned-review", review, "unplannedReviewed"));
            }
        }
        return null;
    }

    /// <summary>One request after the other, each approved by the homes manager and the parent.</summary>
    public async Task RequestsAsync()
    {
        while (true)
        {
            var asked = await visit.AskAsync(new(Colin.Id.Value, All, plan with { Start = plan.Start.AddHours(24) }, "requested"));
            foreach (var approver in new[] { Harriet.Id.Value, Pat.Id.Value })
            {
                var seen = await visit.As(approver).SeeAsync(asked.Id.Value);
                await visit.AskAsync(
                    new(approver, $"{All}/{asked.Id}/approvals", new { seen.Digest, reasonClear = true }, "approvalGiven")
                );
            }
        }
    }

    /// <summary>The senior colleague hears of each session that is overdue, reaches the worker, and so ends it.</summary>
    public async Task OverdueAsync(IEnumerable<string> sessions)
    {
        foreach (var session in sessions)
        {
            await HearOfAsync(session);
            var escalation = $"{All}/{session}/escalations/overdue";
            await visit.AskAsync(new(Sam.Id.Value, $"{escalation}/acknowledgement", null, "escalationOwned"));
            var outcome = new { outcome = "workerReachedSessionEnded", note = "Rang her; they are back." };
            await visit.AskAsync(new(Sam.Id.Value, $"{escalation}/outcome", outcome, "finished"));
        }
    }

    private async Task HearOfAsync(string session)
    {
        for (var looks = 0; !await IsHeardOfAsync(session); looks++)
        {
            Assert.True(looks < MostLooks, "Nobody was told that a session is overdue.");
            await Task.Delay(BetweenLooks);
        }
    }

    /// <summary>Whether the escalation was raised and a mail of it went out.</summary>
    private async Task<bool> IsHeardOfAsync(string session)
    {
        var history = (await visit.As(Harriet.Id.Value).GetAsync($"{All}/{session}/history?limit=200")).IsDone().Json;
        var events = history.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("event")).ToArray();
        return events.Any(e => Is(e, "type", "escalationRaised") && Is(e, "cause", "overdue"))
            && events.Any(e => Is(e, "type", "messageAccepted") && Is(e, "kind", "escalation"));
    }

    private static bool Is(JsonElement happened, string name, string value) =>
        happened.TryGetProperty(name, out var found) && found.GetString() == value;
}
