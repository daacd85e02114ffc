using System.Net;
using System.Text.RegularExpressions;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>
/// Open point 2c: weekly keywork under an agreement costs the worker at most five answers to start and seven to close. They are counted by
/// sending none: each that is demanded is named; then exactly those are sent, and are enough.
/// </summary>
public sealed partial class BudgetTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const int ToStart = 5;
    private const int ToClose = 7;

    [Fact]
    public async Task The_worker_answers_at_most_five_questions_to_start_and_seven_to_close()
    {
        var agreement = await house.AgreedAsync();
        var planning = Demanded(await house.Worker.DoAsync(agreement, "occasions", new { }));
        Assert.Equal(["place", "start", "inform", "changedSinceAgreed"], planning);
        var id = await house.PlannedAsync(agreement);

        // The colleague's answer, not the worker's.
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await house.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);
        var starting = Demanded(await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([]))));
        Assert.InRange(planning.Length + starting.Length, 1, ToStart);
        (await house.Worker.DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsDone();

        await house.Server.PassAsync(TimeSpan.FromMinutes(50));
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        var record = new CloseOut(AsAgreed: true);
        var closing = Demanded(await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record)));
        Assert.InRange(1 + closing.Length, 1, ToClose);
        Assert.Equal(["childDistressedOrAngry", "childsView", "needsChanged", "sexualFeelings", "summary"], closing.Order());
        record = record with
        {
            Summary = "She chose two goals.",
            ChildDistressedOrAngry = false,
            ChildsView = new(true),
            NeedsChanged = false,
            SexualFeelings = SexualFeelingsDeclaration.No,
        };
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record))).IsDone();
        Assert.Equal("closed", (await house.Worker.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task The_workers_page_asks_no_more_than_that()
    {
        var id = await house.PlannedAsync(await house.AgreedAsync());
        await (await MailedLink.FindAsync(house, Colin, "Please read: one-to-one time")).OpenAsync();
        var link = await MailedLink.FindAsync(house, Wendy, "Your page");
        await house.Server.Clock.PassToAsync((await house.Worker.SeeAsync(id)).Plan.Start, CancellationToken.None);
        var planning = new OccasionAsked().Unanswered((await house.Worker.SeeAsync(id)).Plan).Length;
        Assert.InRange(planning + Questions(await link.OpenAsync(), "start").Length, planning + 1, ToStart);
        (await link.DoAsync("start", ("safeguard", "0"))).Is(HttpStatusCode.OK).Shows("It is under way");

        await house.Server.PassAsync(TimeSpan.FromMinutes(50));
        var form = (await link.DoAsync("finish")).Is(HttpStatusCode.OK);
        string[] asked = ["as-agreed", .. Questions(form, "close-out")];
        Assert.InRange(asked.Distinct().Count(), 2, ToClose);
        (await link.DoAsync("close-out", [.. asked.Distinct().Select(name => (name, Answer(name)))]))
            .Is(HttpStatusCode.OK)
            .Shows("It took place and is recorded");
    }

    private static string Answer(string question) =>
        question switch
        {
            "summary" => "She chose two goals.",
            "as-agreed" or "comfortable" => "yes",
            "feelings" => "No",
            _ => "no",
        };

    // What is named below a field, such as one safeguard of the list, belongs to the field's one answer.
    private static string[] Demanded(Reply refused)
    {
        refused.Is(HttpStatusCode.UnprocessableEntity);
        return [.. refused.Fields.Select(field => field!.Split('[', '.')[0]).Distinct()];
    }

    /// <summary>The questions that the page's form cannot be sent without.</summary>
    private static string[] Questions(LinkPage page, string act)
    {
        var form = Assert.Single(Forms().Matches(page.Html), f => f.Groups[1].Value.EndsWith($"/{act}", StringComparison.Ordinal));
        return
        [
            .. Fields()
                .Matches(form.Groups[2].Value)
                .Where(f => f.Value.Contains(" required", StringComparison.Ordinal))
                .Select(f => Names().Match(f.Value).Groups[1].Value)
                .Where(name => name != "code")
                .Distinct(),
        ];
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?:input|textarea|select)[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Names();
}
