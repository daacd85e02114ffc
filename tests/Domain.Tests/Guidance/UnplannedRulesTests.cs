using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class UnplannedRulesTests
{
    private static readonly Plan Talk = Keywork with
    {
        Purpose = Purpose.Talk,
        Need = "asks to talk",
        Start = Now,
        Length = TimeSpan.FromMinutes(30),
    };

    private static readonly Facts Permitted = Known with
    {
        ChildAssessment = Known.ChildAssessment!.InForce(v => v with { Content = v.Content with { PermitsUnplannedStart = true } }),
        PairAssessment = null,
    };

    [Fact]
    public void L_03_a_child_whose_assessment_permits_it_is_listened_to_at_once() => Assert.Empty(Judge(Talk, Permitted));

    [Fact]
    public void L_03_otherwise_it_is_refused() => Assert.Equal(["L-03"], Ids(Talk, Known));

    [Fact]
    public void It_is_short() => Assert.Equal(["length"], Ids(Talk with { Length = TimeSpan.FromMinutes(31) }, Permitted));

    [Theory]
    [InlineData(Setting.Bedroom, "L-18")]
    [InlineData(Setting.WorkersHome, "L-23")]
    public void What_would_need_a_decision_is_refused(Setting setting, string id)
    {
        var finding = Assert.Single(
            Judge(Talk with { Place = new("There", setting, false, null, "open", Exposure.Supervised) }, Permitted)
        );
        Assert.Equal((id, DutyKind.Hard), (finding.Id, finding.Kind));
    }

    [Fact]
    public void G_15_the_child_s_and_the_worker_s_part_are_agreed() =>
        Assert.Equal(["G-15"], Ids(Talk, Permitted with { WorkerAssessment = null }));

    [Fact]
    public void L_17_what_one_part_forbids_stays_forbidden() =>
        Assert.Equal(
            ["L-17"],
            Ids(Talk, Permitted with { PairAssessment = Assessed(AssessmentKey.ForPair(Cleo.Id, Worker.Id), Outcome.NotPermit) })
        );

    [Fact]
    public void Somebody_is_on_call_at_every_level() =>
        Assert.Equal(["onCall"], Ids(Talk, Permitted with { Home = OakHouse with { OnCall = new OnCallList([]) } }));

    [Fact]
    public void L_20_holds_here_too() =>
        Assert.Equal(["L-20"], Ids(Talk with { SexualFeelings = SexualFeelingsDeclaration.Unsure }, Permitted));

    [Fact]
    public void L_03_nothing_but_a_talk_starts_without_a_plan() =>
        Assert.Equal(["L-03"], Ids(Talk with { Purpose = Purpose.Keywork }, Permitted));

    [Fact]
    public void It_is_for_one_child_alone() => Assert.Equal(["company"], Ids(Talk with { AlsoPresent = [new("c2")] }, Permitted));

    [Theory]
    [InlineData(true, true, "company")]
    [InlineData(true, false, "company")]
    [InlineData(false, true, "company")]
    [InlineData(false, false, null)]
    public void Neither_the_child_nor_the_worker_is_in_another_session(bool sameWorker, bool sameChild, string? id)
    {
        var other = Started.State!;
        other = other with
        {
            Plan = other.Plan with { Worker = sameWorker ? Worker.Id : Colleague.Id, Child = sameChild ? Cleo.Id : new("c2") },
        };

        Assert.Equal(id, Ids(Talk, Permitted with { Company = [other] }).SingleOrDefault());
    }

    [Fact]
    public void G_20_the_last_one_of_these_two_is_reviewed_first()
    {
        var last = Unplanned.After(TimeSpan.FromMinutes(20)).When(Worker, new ArrangementCommand.Finish()).ThenAccepted().State!;
        Assert.Equal(["G-20"], Ids(Talk, Permitted with { Company = [last] }));
        Assert.Empty(Ids(Talk, Permitted with { Company = [last with { OwedReview = null }] }));
        Assert.Empty(Ids(Talk, Permitted with { Company = [last with { Plan = last.Plan with { Child = new("c2") } }] }));
    }

    private static IEnumerable<Finding> Judge(Plan plan, Facts facts) => Rules.JudgeUnplanned(new RequestCase(plan, Worker.Id, facts, Now));

    private static IEnumerable<string> Ids(Plan plan, Facts facts) => Judge(plan, facts).Select(finding => finding.Id);
}
