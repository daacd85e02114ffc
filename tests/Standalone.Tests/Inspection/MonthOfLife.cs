using System.Text.Json;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Inspection;

/// <summary>A March in which everything happens once that an inspection reports on, and the report of it as an inspector gets it.</summary>
public sealed class MonthOfLife : IAsyncLifetime
{
    public const string March = "/api/inspection?home=oak&from=2026-03-01&to=2026-03-31";

    /// <summary>A name that stands in the register and in no report.</summary>
    public const string Name = "Wendolyn Quist";

    internal static readonly ArrangementCommand.DecideOverride Allow = new(
        "L-18",
        true,
        "=Her bedroom, \"not\" the lounge,\r\nfor once",
        "Her collection is on its wall"
    );

    internal OakHouse House { get; private set; } = null!;

    internal string Bedroom { get; private set; } = "";

    internal string Overdue { get; private set; } = "";

    internal string Refused { get; private set; } = "";

    internal string Expired { get; private set; } = "";

    internal string Declined { get; private set; } = "";

    internal string Unplanned { get; private set; } = "";

    internal string Signed { get; private set; } = "";

    internal string Drill { get; private set; } = "";

    internal Reply Report { get; private set; } = null!;

    private DateTimeOffset Now => House.Now;

    public async Task InitializeAsync()
    {
        House = await OakHouse.OpenAsync(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var wendy = (await House.Administrator.GetAsync("/api/people/wendy")).IsDone();
        (await House.Administrator.PutAsync("/api/people/wendy", wendy.As<Person>() with { Name = Name }, wendy.ETag)).IsDone();
        await AssessmentsAsync();
        await TheBedroomAsync();
        await TheOverdueAsync();
        await WhatNeverBeganAsync();
        await TheUnplannedAsync();
        await TheSignAsync();
        await TheDrillAsync();
        var unsure = House.Keywork with { SexualFeelings = SexualFeelingsDeclaration.Unsure };
        Assert.Contains("L-20", (await House.Colleague.PostAsync("/api/arrangements", unsure)).Findings);
        await AtAsync(30, 12);
        (await House.ServiceManager.GetAsync(March + "&format=csv")).IsDone();
        await AtAsync(31, 12);
        Report = (await House.Inspector.GetAsync(March)).IsDone();
    }

    public Task DisposeAsync() => House.DisposeAsync();

    internal JsonElement[] Rows(string section) => Rows(Report, section);

    internal static JsonElement[] Rows(Reply report, string section) =>
        [
            .. report
                .Json.GetProperty("sections")
                .EnumerateArray()
                .Single(s => s.GetProperty("name").GetString() == section)
                .GetProperty("rows")
                .EnumerateArray(),
        ];

    internal JsonElement Row(string section, string arrangement) =>
        Rows(section).Single(row => row.GetProperty("arrangement").GetString() == arrangement);

    // One falls due and is not reviewed for three days; one is written and never agreed; one comes after the child.
    private async Task AssessmentsAsync()
    {
        (await House.Colleague.PutAsync("/api/assessments/worker.colin/proposal", Assessed)).IsDone();
        var read = (await House.HomesManager.GetAsync("/api/assessments/worker.colin")).IsDone();
        var soon = new { outcome = "permit", reviewDue = Now.AddDays(2) };
        (await House.HomesManager.PostAsync("/api/assessments/worker.colin/agreement", soon, ifMatch: read.ETag)).IsDone();
        (await House.Colleague.PutAsync("/api/assessments/pair.cleo~colin/proposal", Assessed)).IsDone();
        var late = Cleo with { Id = new("lena"), Reference = "OAK-2", AdmittedOn = new(2026, 2, 1) };
        (await House.Administrator.PutAsync("/api/children/lena", late)).IsDone();
        await House.AssessAsync(AssessmentKey.ForChild(new("lena")), AssessedChild);
    }

    private async Task TheBedroomAsync()
    {
        await AtAsync(3, 14);
        Bedroom = await House.RequestedAsync(plan =>
            plan with
            {
                Place = plan.Place with { Name = "Her room", Setting = Setting.Bedroom, DoorCondition = "open throughout" },
            }
        );
        (await House.HomesManager.DoAsync(Bedroom, "overrides", Allow)).IsDone();
        await OakHouse.ApproveAsync(Bedroom, House.Senior);
        var seen = await House.ServiceManager.SeeAsync(Bedroom);
        var said = new ArrangementCommand.RecordApproval(seen.Digest, Pat.Id, Means.Phone, "I read it to her; she said yes", true);
        (await House.ServiceManager.DoAsync(Bedroom, "recorded-approvals", said)).IsDone();
        // Five minutes before the start is late.
        await House.Server.Clock.PassToAsync(seen.Plan.Start.AddMinutes(-5), CancellationToken.None);
        (await House.Colleague.DoAsync(Bedroom, "notice", new { (await House.Colleague.SeeAsync(Bedroom)).Digest })).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(5));
        (await House.Worker.DoAsync(Bedroom, "start", new ArrangementCommand.Start(new([0], true)))).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(10));
        (await House.Worker.DoAsync(Bedroom, "distress", new { what = "She wept about a letter" })).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(4));
        (await House.Senior.DoAsync(Bedroom, "escalations/distress/acknowledgement")).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(6));
        var safe = new { outcome = "childSeenAndSafeSessionContinues", note = "I sat with them; she is well" };
        (await House.Senior.DoAsync(Bedroom, "escalations/distress/outcome", safe)).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(10));
        (await House.Worker.DoAsync(Bedroom, "finish")).IsDone();
        var record = OakHouse.GoodRecord with
        {
            DoorConditionKept = true,
            ChildDistressedOrAngry = true,
            Distress = "She wept about a letter",
            PersonalNumbers = true,
        };
        (await House.Worker.DoAsync(Bedroom, "close-out", new ArrangementCommand.RecordCloseOut(record))).IsDone();
        await AtAsync(5, 9);
        var later = new ArrangementCommand.AddAddendum("She had told me of the letter before") { HappenedAt = Now.AddDays(-1) };
        (await House.Worker.DoAsync(Bedroom, "addenda", later)).IsDone();
    }

    // The senior colleague stays silent; the homes manager takes it on.
    private async Task TheOverdueAsync()
    {
        await AtAsync(6, 14);
        Overdue = await House.StartedAsync();
        await House.Server.Clock.PassToAsync((await House.Worker.SeeAsync(Overdue)).Plan.End.AddMinutes(16), CancellationToken.None);
        (await House.HomesManager.DoAsync(Overdue, "escalations/overdue/acknowledgement")).IsDone();
        await House.Server.PassAsync(TimeSpan.FromMinutes(5));
        var ended = new { outcome = "workerReachedSessionEnded", note = "They had lost track of time" };
        (await House.HomesManager.DoAsync(Overdue, "escalations/overdue/outcome", ended)).IsDone();
        (await House.Worker.DoAsync(Overdue, "finish")).IsDone();
        (await House.Worker.DoAsync(Overdue, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }

    private async Task WhatNeverBeganAsync()
    {
        await AtAsync(7, 14);
        // The colleague's assessment is reviewed, three days late.
        var review = new { result = "continue", notes = "Nothing has changed for this worker" };
        (await House.HomesManager.PostAsync("/api/assessments/worker.colin/reviews", review)).IsDone();
        Refused = await House.RequestedAsync();
        var refusal = new { (await House.Parent.SeeAsync(Refused)).Digest, reason = "She sees her grandmother then" };
        (await House.Parent.DoAsync(Refused, "refusals", refusal)).IsDone();
        Expired = await House.RequestedAsync();
        await AtAsync(8, 14);
        Declined = await House.RequestedAsync();
        (await House.Worker.DoAsync(Declined, "decline", new { reason = "She would rather talk with Colin" })).IsDone();
        await House.Server.PassAsync(TimeSpan.FromHours(1));
        (
            await House.Worker.DoAsync(Declined, "explanation", new { how = "We talked over tea", response = "She said that is fine" })
        ).IsDone();
    }

    private async Task TheUnplannedAsync()
    {
        await AtAsync(9, 15);
        var plan = House.Keywork with { Length = TimeSpan.FromMinutes(20), Purpose = Purpose.Talk };
        var begun = await House.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(plan, Colin.Id));
        Unplanned = begun.IsDone().As<ArrangementBrief>().Id.Value;
        (await House.Worker.DoAsync(Unplanned, "finish")).IsDone();
        (await House.Worker.DoAsync(Unplanned, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
        await House.Server.PassAsync(TimeSpan.FromHours(2));
        (await House.HomesManager.DoAsync(Unplanned, "unplanned-review", new { notes = "Right to sit down with her" })).IsDone();
    }

    private async Task TheSignAsync()
    {
        await AtAsync(10, 14);
        Signed = await House.RequestedAsync(plan => plan with { EngagedSign = true });
        var not = new ArrangementCommand.DecideOverride("G-22", false, "A sign at the lounge's door", "Nobody would look in");
        (await House.HomesManager.DoAsync(Signed, "overrides", not)).IsDone();
    }

    // The senior colleague answers after three minutes.
    private async Task TheDrillAsync()
    {
        await AtAsync(11, 14);
        Drill = (await House.HomesManager.PostAsync("/api/drills", new { home = "oak" })).IsDone().Json.GetProperty("id").GetString()!;
        await House.Server.PassAsync(TimeSpan.FromMinutes(3));
        (await House.Senior.PostAsync($"/api/drills/{Drill}/acknowledgement")).IsDone();
        (await House.Senior.PostAsync($"/api/drills/{Drill}/outcome", new { note = "I would have gone to the lounge" })).IsDone();
        var lena = (await House.Administrator.GetAsync("/api/children/lena")).IsDone();
        var born = lena.As<Domain.Children.Child>() with { DateOfBirth = new(2011, 5, 4) };
        (await House.Administrator.PutAsync("/api/children/lena", born, lena.ETag)).IsDone();
    }

    private Task AtAsync(int day, int hour) =>
        House.Server.Clock.PassToAsync(new(2026, 3, day, hour, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
