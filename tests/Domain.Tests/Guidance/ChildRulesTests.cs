using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

/// <summary>L-12 and L-15: what a plan owes to this child.</summary>
public sealed class ChildRulesTests
{
    private static readonly NotComfortableAlone Flag = new NotComfortableAlone.Yes(new(2026, 1, 1), "She freezes when a door is shut");

    [Fact]
    public void L_12_the_flag_of_the_assessment_asks_for_a_mitigation_on_each_plan()
    {
        var flagged = Sections(s => s with { NotComfortableAlone = Flag });
        Assert.Equal(["L-12"], Ids(Keywork, flagged));
        Assert.Empty(Ids(Keywork with { ComfortMitigation = "She sits by the open door and may leave" }, flagged));
    }

    [Fact]
    public void L_12_a_flag_that_was_lifted_asks_no_more() =>
        Assert.Empty(
            Ids(
                Keywork,
                Sections(s =>
                    s with
                    {
                        NotComfortableAlone = new NotComfortableAlone.Lifted("She says so herself", "Her social worker asked her"),
                    }
                )
            )
        );

    [Fact]
    public void L_12_a_child_who_is_not_at_ease_with_this_occasion_counts_without_a_flag()
    {
        var no = Keywork with { ChildsView = new(false, "Not in the office") };
        Assert.Equal(["L-12"], Ids(no, Known));
        Assert.Empty(Ids(no with { ComfortMitigation = "They go to the kitchen instead" }, Known));
        Assert.Empty(Ids(Keywork with { ChildsView = new(null, "She was at school all day") }, Known));
    }

    [Fact]
    public void L_15_purpose_setting_and_length_outside_the_strategy_each_wait_for_a_decision()
    {
        var strategy = new Strategy([Purpose.Keywork], [Setting.SharedRoom], Keywork.Length, "Short, and where others are");
        var facts = Sections(s => s with { Strategy = strategy });
        Assert.Empty(Ids(Keywork, facts));
        Assert.Equal("purpose", Only(Keywork with { Purpose = Purpose.Homework }));
        Assert.Equal("place.setting", Only(Keywork with { Place = Keywork.Place with { Setting = Setting.Room } }));
        Assert.Equal("length", Only(Keywork with { Length = Keywork.Length + TimeSpan.FromMinutes(1) }));

        string? Only(Plan plan)
        {
            var finding = Assert.Single(Rules.Judge(new RequestCase(plan, Worker.Id, facts, Now)));
            Assert.Equal(("L-15", DutyKind.Override), (finding.Id, finding.Kind));
            return finding.Field;
        }
    }

    private static Facts Sections(Func<ChildSections, ChildSections> change) =>
        Known with
        {
            ChildAssessment = Known.ChildAssessment!.InForce(v =>
                v with
                {
                    Content = v.Content with { Child = change(v.Content.Child ?? throw new InvalidOperationException("no sections")) },
                }
            ),
        };

    private static IEnumerable<string> Ids(Plan plan, Facts facts) =>
        Rules.Judge(new RequestCase(plan, Worker.Id, facts, Now)).Select(finding => finding.Id);
}
