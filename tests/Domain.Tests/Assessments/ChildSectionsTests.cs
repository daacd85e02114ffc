using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class ChildSectionsTests
{
    private static readonly AssessmentCommand.Agree Agree = new(HomesManager.Id, Role.HomesManager, Outcome.Permit);
    private static readonly NotComfortableAlone.Yes Uneasy = new(new(2026, 2, 1), "She freezes when a door closes");
    private static readonly DateOnly Tomorrow = new(2026, 3, 3);

    [Fact]
    public void A_child_s_assessment_in_which_nothing_is_answered_names_every_part()
    {
        var findings = Given.AChild.Proposed(Given.Content).Findings(Agree);

        Assert.Equal(
            ["L-04", "L-04", "L-04", "L-04", "L-09", "L-09", "L-09", "L-10", "L-11", "L-12", "L-13", "L-13", "L-13", "L-15"],
            findings.Select(f => f.Id).Order()
        );
        Assert.Equal(findings.Length, findings.Select(f => f.Field).Distinct().Count());
    }

    public static TheoryData<string, string, ChildSections> Lacking =>
        new()
        {
            { "L-04", "support.careNeeds", With(s => s with { Support = s.Support! with { CareNeeds = " " } }) },
            { "L-09", "consultations.child", With(s => s with { Consultations = s.Consultations! with { Child = null } }) },
            {
                "L-09",
                "consultations.professionals",
                With(s =>
                    s with
                    {
                        Consultations = s.Consultations! with { Professionals = new Consultation.Held("All", Tomorrow, "Yes") },
                    }
                )
            },
            {
                "L-09",
                "consultations.previousCarers",
                With(s => s with { Consultations = s.Consultations! with { PreviousCarers = new Consultation.NotPossible("") } })
            },
            { "L-10", "allegationsOfAbuse", With(s => s with { AllegationsOfAbuse = null }) },
            { "L-10", "allegationsOfAbuse", With(s => s with { AllegationsOfAbuse = new AllegationsOfAbuse.Yes(Tomorrow, "Something") }) },
            { "L-11", "historyOfMakingAllegations", With(s => s with { HistoryOfMakingAllegations = null }) },
            {
                "L-11",
                "historyOfMakingAllegations",
                With(s => s with { HistoryOfMakingAllegations = new HistoryOfMakingAllegations.Yes(new(2026, 1, 1), "") })
            },
            { "L-12", "notComfortableAlone", With(s => s with { NotComfortableAlone = null }) },
            { "L-12", "notComfortableAlone", With(s => s with { NotComfortableAlone = new NotComfortableAlone.Lifted("Well now", "") }) },
            { "L-13", "factors.religious", With(s => s with { Factors = s.Factors! with { Religious = null } }) },
            { "L-13", "factors.racial", With(s => s with { Factors = s.Factors! with { Racial = new Factor.Known("") } }) },
            { "L-15", "strategy", With(s => s with { Strategy = s.Strategy! with { Purposes = [] } }) },
            { "L-15", "strategy", With(s => s with { Strategy = s.Strategy! with { Longest = TimeSpan.Zero } }) },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void A_part_that_lacks_something_is_named(string id, string field, ChildSections sections)
    {
        var finding = Assert.Single(Given.AChild.Proposed(Given.Content with { Child = sections }).Findings(Agree));
        Assert.Equal((id, "content.child." + field), (finding.Id, finding.Field));
    }

    [Fact]
    public void L_14_agreed_before_or_on_the_day_of_admission_it_is_in_time_and_afterwards_late()
    {
        Assert.False(AgreedWhenAdmittedOn(new(2026, 3, 2)).Late);
        Assert.True(AgreedWhenAdmittedOn(new(2026, 3, 1)).Late);
    }

    [Fact]
    public void L_14_only_the_first_one_is_late()
    {
        var second = (Given.AChild.Proposed().Agreed() with { At = Now.AddDays(30) }).Proposed().Agreed().Sure.InForce!;
        Assert.Equal((2, false), (second.ContentVersion, second.Late));
    }

    [Fact]
    public void L_14_without_a_day_of_admission_nothing_is_agreed() =>
        Assert.Equal(["L-14"], (Given.AChild with { Child = Cleo with { AdmittedOn = null } }).Proposed().Refusal(Agree));

    [Fact]
    public void L_15_where_nothing_is_permitted_no_purpose_is_named()
    {
        var none = With(s => s with { Strategy = new([], [], TimeSpan.Zero, "Not before she has been heard") });
        Assert.Single(Given.AChild.Proposed(Given.Content with { Child = none }).When(Agree with { Outcome = Outcome.NotPermit }));
    }

    [Fact]
    public void L_10_L_11_and_L_12_each_shorten_the_review_interval_by_themselves()
    {
        var set = new[]
        {
            With(s => s with { AllegationsOfAbuse = new AllegationsOfAbuse.Yes(new(2026, 1, 1), "Reported in January") }),
            With(s => s with { HistoryOfMakingAllegations = new HistoryOfMakingAllegations.Yes(new(2026, 1, 1), "Twice at school") }),
            With(s => s with { NotComfortableAlone = Uneasy }),
        };
        Assert.All(
            set,
            sections =>
                Assert.Equal(
                    Now.AddDays(28),
                    Given.AChild.Proposed(Given.Content with { Child = sections }).Agreed().Sure.InForce!.ReviewDue
                )
        );
        Assert.Equal(Now.AddDays(90), Given.AChild.Proposed().Agreed().Sure.InForce!.ReviewDue);
    }

    [Fact]
    public void L_12_once_set_it_is_kept_or_lifted_with_a_reason_and_after_hearing_the_child()
    {
        var set = Given.AChild.Proposed(Given.Content with { Child = With(s => s with { NotComfortableAlone = Uneasy }) }).Agreed();

        Assert.Equal(["L-12"], set.Proposed().Refusal(Agree));

        var lifted = With(s =>
            s with
            {
                NotComfortableAlone = new NotComfortableAlone.Lifted("A year without fear", "She said so herself"),
            }
        );
        var after = set.Proposed(Given.Content with { Child = lifted }).Agreed();
        Assert.Equal(Now.AddDays(90), after.Sure.InForce!.ReviewDue);
        Assert.Equal(3, after.Proposed().Agreed().Sure.InForce!.ContentVersion);
    }

    [Fact]
    public void L_12_a_review_that_ends_the_assessment_does_not_lift_it()
    {
        var ended = Given
            .AChild.Proposed(Given.Content with { Child = With(s => s with { NotComfortableAlone = Uneasy }) })
            .Agreed()
            .Reviewed(ReviewResult.End);
        Assert.Equal(["L-12"], ended.Proposed().Refusal(Agree));
    }

    [Fact]
    public void Only_a_child_s_assessment_has_these_parts_and_none_is_too_long()
    {
        Assert.Equal(["G-15"], Given.APair.Refusal(new AssessmentCommand.Propose(Colleague.Id, Given.ChildContent)));
        var endless = With(s => s with { Support = s.Support! with { History = new('x', 4001) } });
        var finding = Assert.Single(
            Given.AChild.Findings(new AssessmentCommand.Propose(Colleague.Id, Given.Content with { Child = endless }))
        );
        Assert.Equal(("L-04", "content.child.support.history"), (finding.Id, finding.Field));
    }

    private static AssessmentVersion AgreedWhenAdmittedOn(DateOnly day) =>
        (Given.AChild with { Child = Cleo with { AdmittedOn = day } }).Proposed().Agreed().Sure.InForce!;

    private static ChildSections With(Func<ChildSections, ChildSections> change) => change(Answered.Sections);
}
