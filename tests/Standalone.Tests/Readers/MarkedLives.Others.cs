using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Drills;
using OneToOne.Standalone.Tests.Agreements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>What else becomes of a request.</summary>
public sealed partial class MarkedLives
{
    private async Task UnplannedAsync()
    {
        var plan = MarkedHouse.WithheldPlan(House) with { Purpose = Purpose.Talk, Length = TimeSpan.FromMinutes(20) };
        await House.LeaveAsync();
        var id = (await House.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(plan, Colin.Id)))
            .IsDone()
            .As<ArrangementBrief>()
            .Id.Value;
        var manager = await LinkAsync(Harriet, "started unplanned");
        await KeepAsync("ReviewPage.under-way", Reader.Manager, manager.OpenAsync());
        (await House.Worker.DoAsync(id, "finish")).IsDone();
        await KeepAsync("ReviewPage.owed", Reader.Manager, manager.OpenAsync());
        await KeepAsync("ReviewPage.reviewed", Reader.Manager, manager.DoAsync("review", ("notes", "reviewword, said at some length")));
        await KeepAsync("ReviewPage.colleague", Reader.Colleague, (await LinkAsync(Colin, "started unplanned")).OpenAsync());
        (await House.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }

    private async Task WithheldAsync()
    {
        var id = await AskedAsync(MarkedHouse.WithheldPlan(House));
        var parent = await LinkAsync(Robin, "Please decide: one-to-one time");
        await KeepAsync("ApprovalPage.withheld", Reader.Withheld, parent.OpenAsync());
        await KeepAsync(Reader.Withheld, House.As(Robin), $"/api/arrangements/{id}");
        await KeepAsync(
            "ApprovalPage.withheld-approved",
            Reader.Withheld,
            parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))
        );
        var digest = (await House.HomesManager.SeeAsync(id)).Digest;
        var refused = new ArrangementCommand.Refuse(digest, "refusalword: Placeword Room in Homeword House is Wendylast's");
        (await House.HomesManager.DoAsync(id, "refusals", refused)).IsDone();
        await KeepAsync("NoticePage.withheld-refused", Reader.Withheld, (await LinkAsync(Robin, "It was refused")).OpenAsync());
        await KeepAsync(Reader.Withheld, House.As(Robin), $"/api/arrangements/{id}");
        await KeepAsync(Reader.Withheld, House.As(Robin), "/api/arrangements?child=cara");
    }

    private async Task WrittenDownAndDeclinedAsync()
    {
        var id = await AllowedAsync(MarkedHouse.Plan(House) with { AlsoPresent = [TwoChildren.Cara.Id] });
        await OakHouse.ApproveAsync(id, House.HomesManager);
        (
            await House.Senior.DoAsync(
                id,
                "contact-attempts",
                new ArrangementCommand.RecordAttempt(Pat.Id, "attemptword, said at some length")
            )
        ).IsDone();
        var digest = (await House.Senior.SeeAsync(id)).Digest;
        var said = new ArrangementCommand.RecordApproval(digest, Pat.Id, Means.Phone, "writtenword, said at some length", true);
        (await House.Senior.DoAsync(id, "recorded-approvals", said)).IsDone();
        await KeepAsync("NoticePage.written-down", Reader.Parent, (await LinkAsync(Pat, "written down")).OpenAsync());
        await KeepAsync(Reader.Parent, House.Parent, $"/api/arrangements/{id}");
        (await House.Worker.DoAsync(id, "decline", new { reason = "declineword, said at some length" })).IsDone();
        await KeepAsync("NoticePage.declined-manager", Reader.Manager, (await LinkAsync(Harriet, "It was declined")).OpenAsync());
        await KeepAsync("NoticePage.declined-parent", Reader.Parent, (await LinkAsync(Pat, "It was declined")).OpenAsync());
        var explain = await LinkAsync(Wendy, "Please explain it");
        await KeepAsync("ExplainPage.asked", Reader.Worker, explain.OpenAsync());
        await KeepAsync(
            "ExplainPage.done",
            Reader.Worker,
            explain.DoAsync("explain", ("how", "howword, said at some length"), ("response", "responseword, said at some length"))
        );
        var told = await LinkAsync(Colin, "Please read");
        for (var i = 0; i < 5; i++)
            await told.TypeAsync(told.WrongCode);
        await KeepAsync("SayingPage.locked", Reader.Anybody, told.LookAsync());
    }

    private async Task ChangedAsync()
    {
        var id = await AllowedAsync(MarkedHouse.Plan(House) with { Start = House.Now.AddHours(3) });
        var link = await LinkAsync(Harriet, "Please decide: one-to-one time");
        await OakHouse.ApproveAsync(id, House.HomesManager);
        var seen = (await House.Colleague.GetAsync($"/api/arrangements/{id}")).IsDone();
        var longer = seen.As<ArrangementView>().Plan with { Length = TimeSpan.FromMinutes(90) };
        (await House.Colleague.PutAsync($"/api/arrangements/{id}/plan", longer, seen.ETag)).IsDone();
        await KeepAsync("SayingPage.changed", Reader.Manager, link.OpenAsync());
        await KeepAsync("NoticePage.voided", Reader.Manager, (await LinkAsync(Harriet, "What you approved")).OpenAsync());
        (await House.Colleague.DoAsync(id, "withdrawal", new { reason = "withdrawalword, said at some length" })).IsDone();
    }

    private async Task AgreementAsync()
    {
        // Nothing is done for a child who is not at ease alone, so that this, too, is a departure.
        var id = await AllowedAsync(House.Weekly(MarkedHouse.Plan(House) with { ComfortMitigation = null }));
        await KeepAsync("ApprovalPage.agreement", Reader.Parent, (await LinkAsync(Pat, "a standing agreement")).OpenAsync());
        await KeepAsync("ApprovalPage.agreement-manager", Reader.Manager, (await LinkAsync(Harriet, "a standing agreement")).OpenAsync());
        await KeepAsync(Reader.Parent, House.Parent, $"/api/arrangements/{id}");
        await OakHouse.ApproveAsync(id, House.HomesManager);
        await OakHouse.ApproveAsync(id, House.Parent);
        await KeepAsync("NoticePage.agreement", Reader.Colleague, (await LinkAsync(Colin, "a standing agreement")).OpenAsync());
    }

    private async Task DrillAsync()
    {
        (await House.HomesManager.PostAsync("/api/drills", new DrillWanted(Oak))).IsDone();
        var drill = await LinkAsync(Sam, "DRILL");
        await KeepAsync("DrillPage.told", Reader.Manager, drill.OpenAsync());
        await KeepAsync("DrillPage.owned", Reader.Manager, drill.DoAsync("acknowledge"));
        await KeepAsync("DrillPage.ended", Reader.Manager, drill.DoAsync("outcome", ("note", "drillword, said at some length")));
    }

    private async Task BarredAsync()
    {
        var before = await LinkAsync(Pat, "It was declined");
        await MarkedHouse.ChangeAsync<Child>(
            House,
            "/api/children/cleo",
            child => child with { Barred = child.Barred.Add(new(Pat.Id, "barword, said at some length", House.Now)) }
        );
        await KeepAsync("SayingPage.barred", Reader.Anybody, before.OpenAsync());
        // What the bar alone brings to others is on its way before more is asked of them.
        await House.Server.PassAsync(TimeSpan.Zero);
        var id = await AllowedAsync(MarkedHouse.Plan(House) with { Start = House.Now.AddMinutes(50) });
        await KeepAsync(
            "ApprovalPage.placing-authority",
            Reader.PlacingAuthority,
            (await LinkAsync(Paula, "Please decide: one-to-one time")).OpenAsync()
        );
        await KeepAsync(Reader.PlacingAuthority, House.SocialWorker, $"/api/arrangements/{id}");
    }

    private async Task AnsweredAsync(string id)
    {
        var about = new ConcernReport(Cleo.Id, ConcernKind.Allegation, "concernword, said at some length", Wendy.Id, new(id));
        var raised = (await House.Colleague.PostAsync("/api/concerns", about)).IsDone().Json.GetProperty("id").GetString();
        var concern = await LinkAsync(Harriet, "A safeguarding concern was recorded");
        await KeepAsync("ConcernPage.door", Reader.Anybody, concern.LookAsync());
        await KeepAsync("ConcernPage.raised", Reader.Manager, concern.OpenAsync());
        await KeepAsync("ConcernPage.owned", Reader.Manager, concern.DoAsync("acknowledge"));
        await KeepAsync(
            "ConcernPage.decided",
            Reader.Manager,
            concern.AnswerAsync("refer", ("meetsThreshold", "no"), ("referred", "no"), ("reason", "thresholdword, said at some length"))
        );
        await KeepAsync("ConcernPage.closed", Reader.Manager, concern.AnswerAsync("outcome", ("what", "endword, said at some length")));
        (await House.Worker.DoAsync(id, "addenda", new ArrangementCommand.AddAddendum("addendumword, said at some length"))).IsDone();
        string[] addresses =
        [
            $"/api/arrangements/{id}",
            $"/api/arrangements/{id}/history?limit=200",
            $"/api/arrangements/{id}/why",
            "/api/inspection?home=oak&from=2026-03-01&to=2026-03-01",
            "/api/fairness?home=oak",
            "/api/concerns?home=oak",
            $"/api/concerns/{raised}",
            "/api/children/cleo",
            "/api/assessments/child.cleo",
        ];
        foreach (var address in addresses)
        {
            await KeepAsync(Reader.Worker, House.Worker, address);
            await KeepAsync(Reader.Parent, House.Parent, address);
            await KeepAsync(Reader.Withheld, House.As(Robin), address);
        }
        // That the restricted ones do stand where they belong.
        foreach (var address in addresses[^3..])
            await KeepAsync(Reader.Manager, House.HomesManager, address);
        var explained = new { plan = MarkedHouse.Plan(House) };
        await KeepAsync(Reader.Worker, House.Worker, "/api/policy/explain", explained);
        await KeepAsync(Reader.Parent, House.Parent, "/api/policy/explain", explained);
        await PrintedAsync("WhyPage.manager", Reader.Manager, House.HomesManager, addresses[2] + "?format=page");
        await PrintedAsync("WhyPage.inspector", Reader.Inspector, House.Inspector, addresses[2] + "?format=page");
        await PrintedAsync("InspectionPage.manager", Reader.Manager, House.HomesManager, addresses[3] + "&format=page");
        await PrintedAsync("InspectionPage.inspector", Reader.Inspector, House.Inspector, addresses[3] + "&format=page");
    }

    private async Task PrintedAsync(string name, Reader by, Api api, string path) =>
        pages.Add(new(name, by, (await api.GetAsync(path)).IsDone().Text));
}
