using OneToOne.Domain;
using OneToOne.Domain.Retention;
using OneToOne.Service.Inspection;
using OneToOne.Service.Inspection.Sections;

namespace OneToOne.Service.Tests.Inspection;

public sealed class SectionRowsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly RefusalRow[] Refusals =
    [
        Refusal("c", Monday, "She sees her mother then"),
        Refusal("a", Monday, "There is nobody near"),
        Refusal("b", Monday.AddDays(1), "It is too late in the evening"),
        Refusal("d", Monday.AddDays(1), "It is too late in the evening"),
    ];

    [Fact]
    public void Rows_stand_by_their_moment_then_by_what_they_say_and_last_by_ids_in_whatever_order_they_come()
    {
        var orders = new[] { Refusals, [.. Refusals.Reverse()], [Refusals[2], Refusals[0], Refusals[3], Refusals[1]] };

        Assert.All(orders, rows => Assert.Equal(["c", "a", "b", "d"], Arrangements(rows)));
    }

    [Fact]
    public void The_moment_by_which_a_row_stands_is_no_column_of_its_own()
    {
        var section = ReportSections.Dates();
        section.Add(new DateRow(new("cleo"), RetentionDate.DateOfBirth, Monday, null));

        Assert.Equal(["child", "what", "changedAt", "changedBy"], section.Done().Columns.AsEnumerable());
    }

    private static IEnumerable<string?> Arrangements(RefusalRow[] rows)
    {
        var section = new SectionRows("refusals", "Refused", typeof(RefusalRow));
        foreach (var row in rows)
            section.Add(row);
        return section.Done().Rows.Select(row => row.GetProperty("arrangement").GetString());
    }

    private static RefusalRow Refusal(string id, DateTimeOffset at, string reason) =>
        new(new(id), new("cleo"), new("wendy"), new("pat"), at, "awaitingApproval", reason);
}
