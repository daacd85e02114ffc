using System.Net;
using OneToOne.Standalone.Tests.Inspection;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-08: what was departed from is available for inspection, with what became of it; and who took it is on record.</summary>
public sealed class L08Tests(MonthOfLife month) : IClassFixture<MonthOfLife>
{
    [Fact]
    public void L_08_an_inspector_sees_each_departure_with_details_reasons_decider_role_and_outcome()
    {
        var allowed = month.Row("overrides", month.Bedroom);

        Assert.Equal("L-18", allowed.GetProperty("duty").GetString());
        Assert.Equal(MonthOfLife.Allow.Details, allowed.GetProperty("details").GetString());
        Assert.Equal(MonthOfLife.Allow.Reasons, allowed.GetProperty("reasons").GetString());
        Assert.Equal("harriet", allowed.GetProperty("decidedBy").GetString());
        Assert.Equal("homesManager", allowed.GetProperty("decidedAs").GetString());
        Assert.Equal("closed", allowed.GetProperty("nowIn").GetString());
    }

    [Fact]
    public void L_08_one_that_was_not_allowed_is_there_too()
    {
        var refused = month.Row("overrides", month.Signed);

        Assert.False(refused.GetProperty("allowed").GetBoolean());
        Assert.Equal("refused", refused.GetProperty("nowIn").GetString());
    }

    [Fact]
    public void L_08_what_was_taken_is_listed_with_who_when_what_and_how_much()
    {
        var export = Assert.Single(month.Rows("exports"));

        Assert.Equal("sunil", export.GetProperty("by").GetString());
        Assert.Equal("csv", export.GetProperty("format").GetString());
        Assert.Equal("2026-03-01", export.GetProperty("from").GetString());
        Assert.InRange(export.GetProperty("rows").GetInt32(), 15, 100);
    }

    [Fact]
    public async Task L_08_nobody_else_takes_it()
    {
        foreach (var other in new[] { month.House.Worker, month.House.Senior, month.House.Parent, month.House.Administrator })
            (await other.GetAsync(MonthOfLife.March)).Is(HttpStatusCode.Forbidden);
        (await month.House.Stranger.GetAsync(MonthOfLife.March)).Is(HttpStatusCode.NotFound);
    }
}
