using System.Text.Json;
using OneToOne.Service.Inspection;

namespace OneToOne.Service.Tests.Inspection;

public sealed class CsvReportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 1522", "'+44 1522")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u00A0@SUM(A1)", "'\u00A0@SUM(A1)")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("  She", "  She")]
    [InlineData("She said = no", "She said = no")]
    [InlineData("", "")]
    public void A_text_is_never_taken_for_a_formula(string text, string cell) =>
        Assert.Equal(cell, CsvReport.Cell(JsonSerializer.SerializeToElement(text)));

    [Fact]
    public void Numbers_answers_and_lists_are_written_as_they_are()
    {
        Assert.Equal("-5.5", CsvReport.Cell(JsonSerializer.SerializeToElement(-5.5)));
        Assert.Equal("true", CsvReport.Cell(JsonSerializer.SerializeToElement(true)));
        Assert.Equal("", CsvReport.Cell(JsonSerializer.SerializeToElement<string?>(null)));
        Assert.Equal("sam harriet", CsvReport.Cell(JsonSerializer.SerializeToElement((string[])["sam", "harriet"])));
    }

    [Fact]
    public void Every_row_has_a_cell_for_each_column_of_each_section()
    {
        var report = new InspectionReport(
            "e1",
            new("oak"),
            new(2026, 3, 1),
            new(2026, 3, 31),
            DateTimeOffset.UnixEpoch,
            new("ines"),
            2,
            [
                new("first", "One", ["a", "b"], [Json("""{"a":"x, \"y\"","b":1}""")]),
                new("second", "Two", ["b", "c"], [Json("""{"b":2,"c":"line\r\nbreak"}""")]),
            ],
            0
        );

        Assert.Equal("section,a,b,c\r\nfirst,\"x, \"\"y\"\"\",1,\r\nsecond,,2,\"line\r\nbreak\"\r\n", CsvReport.Of(report));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
