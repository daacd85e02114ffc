using System.Reflection;
using OneToOne.Domain.Tests;
using OneToOne.Service.Store;

namespace OneToOne.Standalone.Tests.Functions;

/// <summary>What falls due by itself, and who on Azure looks for it: read from the source, since that host is not built here.</summary>
public sealed class DueWorkTests
{
    private static readonly string[] Looking =
    [
        "src/Functions/Timers/SafetyNetTimer.cs",
        "src/Functions/Timers/ReviewTimer.cs",
        "src/Service/DueWork/SafetyNet.cs",
    ];

    public static TheoryData<string> Kinds =>
        [
            .. typeof(Queries)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(one => one.GetValue(null) is QueryDefinition query && Queries.AllDue.Contains(query))
                .Select(one => one.Name),
        ];

    [Fact]
    public void Every_query_of_due_work_has_a_name() => Assert.Equal(Queries.AllDue.Length, Kinds.Count);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_timer_looks_for_each_kind_of_due_work(string kind) =>
        Assert.Contains(Looking, path => Repository.Read(path).Contains($"Queries.{kind}", StringComparison.Ordinal));
}
