using System.Text.Json;

namespace OneToOne.Standalone.Tests.Inspection;

/// <summary>Each section of the report of a month in which everything happened once.</summary>
public sealed class MonthTests(MonthOfLife month) : IClassFixture<MonthOfLife>
{
    [Fact]
    public void Escalations_say_who_was_told_who_took_them_on_and_how_long_it_took()
    {
        var overdue = month.Rows("escalations").Single(row => Text(row, "arrangement") == month.Overdue && Text(row, "cause") == "overdue");
        Assert.Equal(2, overdue.GetProperty("steps").GetInt32());
        Assert.Equal(["sam", "harriet"], Texts(overdue, "told"));
        Assert.Equal(["silence"], Texts(overdue, "passedOnBecause"));
        Assert.Equal(["harriet"], Texts(overdue, "owners"));
        Assert.Equal((11, 16), (Number(overdue, "minutesToOwner"), Number(overdue, "minutesToOutcome")));
        Assert.Equal("workerReachedSessionEnded", Text(overdue, "outcome"));
    }

    [Fact]
    public void Distress_says_which_senior_colleague_took_it_on()
    {
        var distress = Assert.Single(month.Rows("distress"));
        Assert.Equal(
            (month.Bedroom, "wendy", "sam"),
            (Text(distress, "arrangement"), Text(distress, "reportedBy"), Text(distress, "acknowledgedBy"))
        );
        Assert.Equal("She wept about a letter", Text(distress, "what"));
    }

    [Fact]
    public void What_never_began_is_there_with_its_reasons()
    {
        Assert.Equal("She sees her grandmother then", Text(month.Row("refusals", month.Refused), "reason"));
        Assert.Equal("awaitingApproval", Text(month.Row("expiries", month.Expired), "waitedIn"));
        var declined = month.Row("declines", month.Declined);
        Assert.Equal(
            ("She would rather talk with Colin", "We talked over tea"),
            (Text(declined, "reason"), Text(declined, "howExplained"))
        );
    }

    [Fact]
    public void Whoever_was_told_just_before_the_start_was_told_late()
    {
        var late = Assert.Single(month.Rows("lateNotices"));
        Assert.Equal((month.Bedroom, "colin", "justBefore"), (Text(late, "arrangement"), Text(late, "person"), Text(late, "told")));
        Assert.Equal(5, Number(late, "minutesBeforeStart"));
    }

    [Fact]
    public void Signs_numbers_bedrooms_and_unplanned_starts_are_there()
    {
        Assert.False(month.Row("engagedSigns", month.Signed).GetProperty("allowed").GetBoolean());
        var numbers = month.Row("personalNumbers", month.Bedroom);
        Assert.Equal((false, true), (numbers.GetProperty("atRequest").GetBoolean(), numbers.GetProperty("atClose").GetBoolean()));
        var visit = month.Row("visits", month.Bedroom);
        Assert.Equal(("bedroom", "open throughout"), (Text(visit, "setting"), Text(visit, "doorCondition")));
        var unplanned = month.Row("unplanned", month.Unplanned);
        Assert.Equal(("harriet", true), (Text(unplanned, "reviewedBy"), unplanned.GetProperty("reviewedInTime").GetBoolean()));
    }

    [Fact]
    public void Approvals_that_somebody_else_wrote_down_and_late_additions_are_there()
    {
        var recorded = month.Row("recordedOnBehalf", month.Bedroom);
        Assert.Equal(("pat", "sunil", "phone"), (Text(recorded, "approver"), Text(recorded, "recordedBy"), Text(recorded, "means")));
        Assert.Null(Text(recorded, "deniedAt"));
        var added = month.Row("addenda", month.Bedroom);
        Assert.Equal("She had told me of the letter before", Text(added, "text"));
        Assert.NotEqual(Text(added, "happenedAt"), Text(added, "recordedAt"));
    }

    [Fact]
    public void Assessments_overdue_unfinished_and_late_are_there()
    {
        var all = month.Rows("assessments").Select(row => (Text(row, "assessment"), Text(row, "fault"), Text(row, "settledBy"))).ToArray();

        Assert.Contains(("worker.colin", "overdue", "harriet"), all);
        Assert.Contains(("pair.cleo~colin", "unfinished", null), all);
        Assert.Contains(("child.lena", "late", "harriet"), all);
    }

    [Fact]
    public async Task A_concern_is_a_number_and_its_clocks_to_an_inspector_and_more_to_the_homes_managers()
    {
        var toInspector = month.Rows("concerns");
        Assert.NotEmpty(toInspector);
        Assert.All(toInspector, row => Assert.NotNull(Text(row, "raisedAt")));
        foreach (var content in new[] { "kind", "arrangement", "child", "about", "raisedBy", "reason", "outcome" })
            Assert.All(toInspector, row => Assert.Null(Text(row, content)));

        var toManager = MonthOfLife.Rows((await month.House.HomesManager.GetAsync(MonthOfLife.March)).IsDone(), "concerns");
        Assert.Equal(toInspector.Length, toManager.Length);
        Assert.Contains(toManager, row => (Text(row, "kind"), Text(row, "child"), Text(row, "about")) == ("request", "cleo", "wendy"));
    }

    [Fact]
    public void People_stand_in_it_as_ids_with_their_roles_and_by_no_name_or_address()
    {
        var people = month.Rows("people").ToDictionary(row => Text(row, "person")!, row => Texts(row, "roles"));

        Assert.Equal(["homesManager"], people["harriet"]);
        Assert.Equal(["parentOrCarer"], people["pat"]);
        Assert.DoesNotContain(MonthOfLife.Name, month.Report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@", month.Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drills_say_who_was_told_and_who_answered_after_how_long()
    {
        var drill = Assert.Single(month.Rows("drills"));
        Assert.Equal((month.Drill, "harriet", "sam"), (Text(drill, "drill"), Text(drill, "begunBy"), Text(drill, "answeredBy")));
        Assert.Equal(["sam"], Texts(drill, "told"));
        Assert.Equal((3, "outcomeRecorded"), (Number(drill, "minutesToAnswer"), Text(drill, "ending")));
    }

    [Fact]
    public void That_a_date_was_changed_which_retention_hangs_on_is_there_and_not_the_date()
    {
        var changed = Assert.Single(month.Rows("dates"));
        Assert.Equal(("lena", "dateOfBirth", "ada"), (Text(changed, "child"), Text(changed, "what"), Text(changed, "changedBy")));
        Assert.DoesNotContain("2011-05-04", month.Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_for_a_spreadsheet_reads_back_to_the_same_rows_and_holds_no_formula()
    {
        var lines = Csv.Read((await month.House.Inspector.GetAsync(MonthOfLife.March + "&format=csv")).IsDone().Text);

        var (header, rows) = (lines[0], lines[1..]);
        Assert.All(rows, row => Assert.Equal(header.Length, row.Length));
        var decided = rows.Single(row => row[0] == "overrides" && row[Array.IndexOf(header, "duty")] == "L-18");
        Assert.Equal("'" + MonthOfLife.Allow.Details, decided[Array.IndexOf(header, "details")]);
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch("^[=+@\t\r-]", cell));
        foreach (var section in new[] { "overrides", "escalations", "distress", "assessments", "declines", "unplanned", "registers" })
            Assert.Equal(month.Rows(section).Length, rows.Count(row => row[0] == section));
    }

    [Fact]
    public async Task The_page_has_no_script_no_name_and_all_that_was_decided()
    {
        var page = (await month.House.Inspector.GetAsync(MonthOfLife.March + "&format=page")).IsDone().Text;

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(MonthOfLife.Name, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Her collection is on its wall", page, StringComparison.Ordinal);
        Assert.Contains(month.Overdue, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_in_which_nothing_happened_has_nothing_in_it_but_what_was_taken()
    {
        var april = await month.House.Inspector.GetAsync("/api/inspection?home=oak&from=2026-02-01&to=2026-02-28");

        var full = april.IsDone().Json.GetProperty("sections").EnumerateArray().Where(s => s.GetProperty("rows").GetArrayLength() > 0);
        Assert.Empty(full.Select(s => s.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task An_inspector_looks_up_who_an_id_is_and_never_how_to_reach_them()
    {
        var wendy = (await month.House.Inspector.GetAsync("/api/people/wendy")).IsDone();

        Assert.Equal(MonthOfLife.Name, wendy.Json.GetProperty("name").GetString());
        Assert.DoesNotContain("@", wendy.Text, StringComparison.Ordinal);
        foreach (var other in new[] { "pat", "wilf" })
            (await month.House.Inspector.GetAsync($"/api/people/{other}")).Is(System.Net.HttpStatusCode.NotFound);
        (await month.House.Worker.GetAsync("/api/people/harriet")).Is(System.Net.HttpStatusCode.NotFound);
    }

    private static string? Text(JsonElement row, string column) =>
        row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    private static string[] Texts(JsonElement row, string column) =>
        [.. row.GetProperty(column).EnumerateArray().Select(each => each.GetString()!)];

    private static double Number(JsonElement row, string column) => row.GetProperty(column).GetDouble();
}
