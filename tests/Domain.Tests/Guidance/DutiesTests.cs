using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class DutiesTests
{
    private static readonly string[] Expected =
    [
        .. Enumerable.Range(1, 24).Select(n => $"G-{n:00}"),
        .. Enumerable.Range(1, 32).Except([27]).Select(n => $"L-{n:00}"),
    ];

    public static TheoryData<string> Enforced => [.. Duties.All.Where(duty => duty.IsEnforced).Select(duty => duty.Id)];

    [Fact]
    public void All_55_rows_are_there_in_order_and_each_once() => Assert.Equal(Expected, Duties.All.Select(duty => duty.Id));

    [Fact]
    public void Each_row_is_one_sentence_with_a_kind_and_a_section() =>
        Assert.All(
            Duties.All,
            duty =>
            {
                Assert.Matches("^[A-Z].*[a-z]\\.$", duty.Words);
                Assert.NotEmpty(duty.Kinds);
                Assert.Matches(duty.Id[0] == 'G' ? "^G$" : "^L[1-4]$", duty.Section);
            }
        );

    [Theory]
    [MemberData(nameof(Enforced))]
    public void An_enforced_duty_stands_in_the_files_that_the_table_names(string id) =>
        Assert.All(RowFiles.Rules(Row(id)), file => Assert.Matches(RowFiles.Mention(id), Repository.Read(file)));

    [Theory]
    [MemberData(nameof(Enforced))]
    public void A_duty_whose_rule_is_in_a_table_of_rules_is_a_rule_of_that_table_and_not_only_a_remark(string id)
    {
        if (RowFiles.Rules(Row(id)).Any(RowFiles.IsInATable))
            Assert.Contains(id, RowFiles.IdsOfTheTables());
    }

    [Theory]
    [MemberData(nameof(Enforced))]
    public void An_enforced_duty_is_named_by_a_test(string id) =>
        Assert.Contains(
            Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories),
            file => !file.EndsWith("DutiesTests.cs", StringComparison.Ordinal) && RowFiles.Mention(id).IsMatch(File.ReadAllText(file))
        );

    [Fact]
    public void Every_row_has_a_rule_or_is_a_principle_held_to_and_a_test_of_its_own() =>
        Assert.All(
            Duties.All,
            duty =>
            {
                Assert.True(duty.IsEnforced || duty.Kinds.Contains(DutyKind.Principle), $"{duty.Id} has no rule");
                Assert.True(RowFiles.Test(duty) is not null, $"{duty.Id} has no test class with a case in it");
            }
        );

    [Fact]
    public void The_test_of_a_row_is_that_of_a_row_that_there_is() =>
        Assert.Subset(
            Expected.Select(id => id.Replace("-", "", StringComparison.Ordinal)).ToHashSet(),
            Directory
                .EnumerateFiles(Repository.PathOf("tests/Standalone.Tests/Guidance"), "*Tests.cs")
                .Select(file => Path.GetFileName(file)[..^"Tests.cs".Length])
                .Where(name => name.Length == 3 && name[0] is 'G' or 'L' && char.IsAsciiDigit(name[1]))
                .ToHashSet()
        );

    [Fact]
    public void The_document_says_what_the_table_says() => Repository.Holds("docs/guidance.md", GuidanceDocument.Write());

    private static Duty Row(string id) => Duties.All.Single(row => row.Id == id);
}
