using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Tests.Policies;

public sealed class PolicyBoundsTests
{
    private static readonly PropertyInfo[] Properties = typeof(Policy).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static TheoryData<string> Fields => [.. PolicyBounds.All.Select(bound => bound.Field)];

    [Fact]
    public void The_default_policy_is_within_all_bounds() => Assert.Empty(PolicyBounds.Check(Policy.Default));

    [Fact]
    public void Every_number_of_the_policy_has_bounds() =>
        Assert.Equal(
            Properties.Where(p => p.CanWrite && (Is<int>(p) || Is<TimeSpan>(p))).Select(p => p.Name).Order(),
            PolicyBounds.All.Select(bound => Property(bound).Name).Order()
        );

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_bounds_themselves_are_allowed_and_what_lies_beyond_is_refused_by_field_and_bound(string field)
    {
        var bound = PolicyBounds.All.Single(row => row.Field == field);
        Assert.DoesNotContain("is between", Said(Set(bound, bound.Min), field), StringComparison.Ordinal);
        Assert.DoesNotContain("is between", Said(Set(bound, bound.Max), field), StringComparison.Ordinal);
        Assert.Contains(
            $"between {bound.Min} and {bound.Max} {bound.Unit}",
            Said(Set(bound, bound.Min - 1), field),
            StringComparison.Ordinal
        );
        if (bound.Max < int.MaxValue)
            Assert.Contains($"not {bound.Max + 1}", Said(Set(bound, bound.Max + 1), field), StringComparison.Ordinal);
    }

    public static TheoryData<string, Policy> Inconsistent =>
        new()
        {
            { "reviewReminders", Policy.Default with { ReviewReminders = [] } },
            { "reviewReminders", Policy.Default with { ReviewReminders = [14, 0] } },
            { "doorInterpretation", Policy.Default with { DoorInterpretation = " " } },
            { "ordinaryReviewInterval", Policy.Default with { ReviewIntervalCap = TimeSpan.FromDays(89) } },
            { "shortReviewInterval", Policy.Default with { OrdinaryReviewInterval = TimeSpan.FromDays(27) } },
            { "bankHolidays", Policy.Default with { BankHolidays = [new(2026, 12, 25), new(2026, 12, 25)] } },
            { "workingArrangements", Policy.Default with { WorkingArrangements = [] } },
            { "workingArrangements", Policy.Default with { WorkingArrangements = [WorkingArrangement.Default with { Name = " " }] } },
            { "workingArrangements", Policy.Default with { WorkingArrangements = [WorkingArrangement.Default with { Days = [] }] } },
            {
                "workingArrangements",
                Policy.Default with
                {
                    WorkingArrangements = [WorkingArrangement.Default with { Settings = [(Setting)99] }],
                }
            },
            {
                "workingArrangements",
                Policy.Default with
                {
                    WorkingArrangements = [WorkingArrangement.Default, WorkingArrangement.Default],
                }
            },
            { "exposureTopics", Policy.Default with { ExposureTopics = Policy.Default.ExposureTopics.Remove(Exposure.Isolated) } },
            { "exposureTopics", Policy.Default with { ExposureTopics = Policy.Default.ExposureTopics.Add(Exposure.Supervised, "any") } },
            { "exposureTopics", Policy.Default with { ExposureTopics = Policy.Default.ExposureTopics.SetItem(Exposure.Isolated, " ") } },
            { "startAsked", Policy.Default with { StartAsked = TimeSpan.FromMinutes(30) } },
            { "ordinaryQuorum", Policy.Default with { OrdinaryQuorum = (Quorum)7 } },
        };

    [Theory]
    [MemberData(nameof(Inconsistent))]
    public void A_policy_at_odds_with_itself_is_refused_by_field(string field, Policy policy) =>
        Assert.Equal([field], PolicyBounds.Check(policy).Select(finding => finding.Field));

    private static bool Is<T>(PropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(T);

    private static Policy Set(PolicyBound bound, double value)
    {
        var policy = Policy.Default with { };
        var property = Property(bound);
        property.SetValue(policy, Is<int>(property) ? (int)value : Span(value, bound.Unit));
        return policy;
    }

    private static TimeSpan Span(double value, string unit) =>
        unit switch
        {
            "minutes" => TimeSpan.FromMinutes(value),
            "hours" => TimeSpan.FromHours(value),
            "days" => TimeSpan.FromDays(value),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "no unit of time"),
        };

    private static PropertyInfo Property(PolicyBound bound) =>
        Properties.Single(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == bound.Field);

    private static string Said(Policy policy, string field) =>
        string.Join(' ', PolicyBounds.Check(policy).Where(finding => finding.Field == field).Select(finding => finding.Lift));
}
