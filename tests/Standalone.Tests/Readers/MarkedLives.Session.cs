using OneToOne.Standalone.Tests.Links;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>One occasion from the departures it needs to what its record says.</summary>
public sealed partial class MarkedLives
{
    private async Task<string> DecidedAsync()
    {
        var id = await AskedAsync(MarkedHouse.Plan(House));
        var decides = await LinkAsync(Harriet, "a departure from the guidance");
        await KeepAsync("DoorPage.door", Reader.Anybody, decides.LookAsync());
        await KeepAsync("DoorPage.no-code", Reader.Anybody, decides.TypeAsync("12"));
        await KeepAsync("DoorPage.wrong-code", Reader.Anybody, decides.TypeAsync(decides.WrongCode));
        await KeepAsync("OverridePage.asked", Reader.Manager, decides.OpenAsync());
        await KeepAsync("OverridePage.faults", Reader.Manager, DecideAsync(decides, ""));
        await KeepAsync("OverridePage.decided", Reader.Manager, DecideAsync(decides, "L-18reasonsword, said at some length"));

        var manager = await LinkAsync(Harriet, "Please decide: one-to-one time");
        await KeepAsync("ApprovalPage.manager", Reader.Manager, manager.OpenAsync());
        await manager.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));
        var parent = await LinkAsync(Pat, "Please decide: one-to-one time");
        await KeepAsync("ApprovalPage.parent", Reader.Parent, parent.OpenAsync());
        await KeepAsync("ApprovalPage.parent-faults", Reader.Parent, parent.DoAsync("decide"));
        await KeepAsync("ApprovalPage.parent-approved", Reader.Parent, parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes")));
        await KeepAsync("NoticePage.told", Reader.Colleague, (await LinkAsync(Colin, "Please read")).OpenAsync());
        await KeepAsync(Reader.Parent, House.Parent, $"/api/arrangements/{id}");
        return id;
    }

    private static Task<LinkPage> DecideAsync(MailedLink link, string reasons) =>
        link.DoAsync(
            "decide",
            ("finding", "L-18"),
            ("L-18-decision", "allow"),
            ("L-18-details", "L-18detailsword, said at some length"),
            ("L-18-reasons", reasons)
        );

    private async Task SessionAsync(string id)
    {
        var worker = await LinkAsync(Wendy, "Your page");
        await KeepAsync("SessionPage.before", Reader.Worker, worker.OpenAsync());
        await worker.DoAsync("read", ("read", "CarePlan:4"), ("read", "CaseHistory:3"));
        await House.Server.Clock.PassToAsync((await House.Worker.SeeAsync(id)).Plan.Start, CancellationToken.None);
        await KeepAsync("SessionPage.at-start", Reader.Worker, worker.OpenAsync());
        await KeepAsync("SessionPage.start-faults", Reader.Worker, worker.DoAsync("start"));
        await KeepAsync("SessionPage.active", Reader.Worker, worker.DoAsync("start", ("safeguard", "0"), ("door", "yes")));
        await KeepAsync("ApprovalPage.parent-during", Reader.Parent, (await LinkAsync(Pat, "Please decide: one-to-one time")).OpenAsync());
        await KeepAsync("SayingPage.expired", Reader.Anybody, (await LinkAsync(Sam, "Please decide: one-to-one time")).OpenAsync());
        await KeepAsync("DoorPage.one-tap", Reader.Anybody, worker.LookAsync());
        await KeepAsync("TappedPage.check-in", Reader.Anybody, worker.TapAsync("check-in"));
        await KeepAsync("TappedPage.help", Reader.Anybody, worker.TapAsync("help"));
        await EscalatedAsync(worker);
        await KeepAsync(Reader.Worker, House.Worker, $"/api/arrangements/{id}");
        await House.Server.PassAsync(TimeSpan.FromMinutes(5));
        await KeepAsync("SessionPage.over", Reader.Worker, worker.DoAsync("finish"));
        await KeepAsync("SessionPage.record-faults", Reader.Worker, worker.DoAsync("close-out"));
        (string, string)[] record =
        [
            ("summary", "summaryword, said at some length"),
            ("distressed", "yes"),
            ("distress", "distressword, said at some length"),
            ("feelings", "Unsure"),
            ("door-kept", "yes"),
            ("numbers", "yes"),
            ("private", "yes"),
            ("contact", "yes"),
            ("contact-words", "contactword, said at some length"),
            ("comfortable", "no"),
            ("view", "viewafterword, said at some length"),
            ("changed", "yes"),
        ];
        await KeepAsync("SessionPage.recorded", Reader.Worker, worker.DoAsync("close-out", record));
        await KeepAsync("NoticePage.record", Reader.Manager, (await LinkAsync(Harriet, "something to read")).OpenAsync());
        await KeepAsync("NoticePage.told-later", Reader.Colleague, (await LinkAsync(Colin, "Please read")).OpenAsync());
        await AnsweredAsync(id);
    }

    private async Task EscalatedAsync(MailedLink worker)
    {
        var help = await LinkAsync(Sam, "help is asked for");
        await KeepAsync("EscalationPage.told", Reader.Manager, help.OpenAsync());
        await KeepAsync("EscalationPage.owned", Reader.Manager, help.DoAsync("acknowledge"));
        await KeepAsync("EscalationPage.faults", Reader.Manager, help.DoAsync("outcome"));
        await KeepAsync("SessionPage.distress", Reader.Worker, worker.DoAsync("distress", ("what", "distressword, said at some length")));
        (string, string)[] safe = [("outcome", "ChildSeenAndSafeSessionContinues"), ("note", "outcomeword, said at some length")];
        await KeepAsync("EscalationPage.ended", Reader.Manager, help.DoAsync("outcome", safe));
        var distress = await LinkAsync(Sam, "distressed or angry");
        await KeepAsync("EscalationPage.distress", Reader.Manager, distress.OpenAsync());
        await distress.DoAsync("acknowledge");
        await distress.DoAsync("outcome", safe);
    }
}
