using System.Net;
using System.Text.Json;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Inspection;

public sealed class InspectionTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string March = "/api/inspection?home=oak&from=2026-03-01&to=2026-03-31";

    [Fact]
    public async Task It_is_for_inspectors_and_the_homes_and_service_managers_of_the_home_and_for_nobody_else()
    {
        foreach (var api in new[] { house.Inspector, house.HomesManager, house.ServiceManager })
            (await api.GetAsync(March)).IsDone();
        foreach (var api in new[] { house.Worker, house.Senior, house.Parent, house.SocialWorker, house.Administrator })
            (await api.GetAsync(March)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.GetAsync(March)).Is(HttpStatusCode.NotFound);
        // The token says it and the register does not.
        (await house.As("wendy", Role.Inspector).GetAsync(March)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01&to=2027-03-02", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01&to=9999-12-31", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01", HttpStatusCode.BadRequest)]
    [InlineData("from=March&to=April", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-03-01&to=2026-03-02&format=pdf", HttpStatusCode.BadRequest)]
    public async Task What_is_no_period_or_no_format_is_refused(string asked, HttpStatusCode status) =>
        (await house.Inspector.GetAsync($"/api/inspection?home=oak&{asked}")).Is(status);

    [Fact]
    public async Task A_child_for_whom_the_reader_is_barred_does_not_appear_to_them()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.RequestedAsync(plan => plan with { EngagedSign = true });
        var child = (await own.Administrator.GetAsync("/api/children/cleo")).IsDone();
        var barred = child.As<Child>() with { Barred = [new(Sunil.Id, "an allegation", own.Now)] };
        (await own.Administrator.PutAsync("/api/children/cleo", barred, child.ETag)).IsDone();

        Assert.Contains(id, (await own.HomesManager.GetAsync(March)).IsDone().Text, StringComparison.Ordinal);
        var toBarred = (await own.ServiceManager.GetAsync(March)).IsDone().Text;
        Assert.DoesNotContain(id, toBarred, StringComparison.Ordinal);
        Assert.DoesNotContain("cleo", toBarred, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_rows_an_export_had_is_for_inspectors_and_for_whoever_took_it()
    {
        await using var own = await OakHouse.OpenAsync(new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        foreach (var head in new[] { own.HomesManager, own.ServiceManager })
            (await head.GetAsync(March)).IsDone();

        Assert.Equal([("harriet", true), ("sunil", false)], await CountsAsync(own.HomesManager));
        Assert.Equal([("harriet", true), ("harriet", true), ("sunil", true)], await CountsAsync(own.Inspector));
    }

    // Who took each export, and whether it says how many rows that had.
    private static async Task<(string?, bool)[]> CountsAsync(Api reader) =>
        [
            .. MonthOfLife
                .Rows((await reader.GetAsync(March)).IsDone(), "exports")
                .Select(row => (row.GetProperty("by").GetString(), row.GetProperty("rows").ValueKind is JsonValueKind.Number))
                .Order(),
        ];

    [Theory]
    [InlineData("text/csv", "section,")]
    [InlineData("text/html,application/json;q=0.5", "<!DOCTYPE html>")]
    [InlineData("application/json", "{")]
    public async Task The_format_is_what_the_program_accepts(string accept, string begins)
    {
        var http = house.Server.As("ines", Role.Inspector);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        var text = await http.GetStringAsync(new Uri(March, UriKind.Relative));

        Assert.StartsWith(begins, text, StringComparison.Ordinal);
    }
}
