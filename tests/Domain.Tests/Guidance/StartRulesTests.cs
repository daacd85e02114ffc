using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class StartRulesTests
{
    private static readonly StartAnswers Confirmed = new([0], null);
    private static readonly Told Colin = new(Colleague.Id, ToldBy.Notice, Now, "d1");

    internal static readonly Arrangement Approved = new()
    {
        Id = new("a1"),
        Home = Oak,
        RequestedBy = Worker.Id,
        RequestedAt = Now,
        PolicyVersion = 1,
        Plan = Keywork,
        JudgedPlan = Keywork,
        Basis = new([], Now.AddDays(89)),
        Round = 1,
        Revision = 1,
        Told = [Colin],
        Phase = new Phase.Approved(
            new()
            {
                Number = 1,
                Digest = "d1",
                Quorum = Quorum.Dual,
                Excluded = [Worker.Id],
                OpenedAt = Now,
                Deadline = Keywork.Start,
                LinksIssuedAt = Now,
            }
        ),
    };

    [Fact]
    public void What_is_approved_told_and_confirmed_starts() => Assert.Empty(Ids(Approved));

    [Fact]
    public void G_05_every_required_safeguard_is_confirmed()
    {
        Assert.Equal(["G-05"], Ids(Approved, Confirmed with { SafeguardsConfirmed = [] }));
        Assert.Equal(["G-05"], Ids(Approved, Confirmed with { SafeguardsConfirmed = [1, -1] }));
        var optional = Approved with { Plan = Keywork with { Safeguards = [new("A colleague looks in", Colleague.Id, Required: false)] } };
        Assert.Empty(Ids(optional, Confirmed with { SafeguardsConfirmed = [] }));
    }

    [Fact]
    public void G_15_G_16_and_L_17_hold_at_the_start_as_well()
    {
        Assert.Equal(["G-15"], Ids(Approved, facts: Known with { PairAssessment = null }));
        Assert.Equal(
            ["G-16"],
            Ids(Approved, facts: Known with { PairAssessment = Known.PairAssessment!.InForce(v => v with { ReviewDue = Now }) })
        );
        Assert.Equal(
            ["L-17"],
            Ids(Approved, facts: Known with { WorkerAssessment = Assessed(AssessmentKey.ForWorker(Worker.Id), Outcome.NotPermit) })
        );
    }

    [Fact]
    public void G_20_somebody_is_known_to_have_been_told_of_this_very_plan()
    {
        Assert.Equal(["G-20"], Ids(Approved with { Told = [] }));
        Assert.Equal(["G-20"], Ids(Approved with { Told = [Colin with { Digest = "d0" }] }));
        Assert.Equal(["G-20"], Ids(Approved with { Told = [Colin with { Person = Senior.Id }] }));
    }

    [Fact]
    public void G_20_somebody_who_was_barred_since_does_not_count() =>
        Assert.Equal(
            ["G-20"],
            Ids(Approved, facts: Known with { Child = Cleo with { Barred = [new(Colleague.Id, "an allegation", Now)] } })
        );

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void L_19_the_door_condition_is_confirmed(bool? holds)
    {
        var bedroom = Approved with { Plan = Keywork with { Place = new("Her room", Setting.Bedroom, false, null, "open throughout") } };
        Assert.Equal(["L-19"], Ids(bedroom, Confirmed with { DoorConditionConfirmed = holds }));
        Assert.Empty(Ids(bedroom, Confirmed with { DoorConditionConfirmed = true }));
    }

    [Fact]
    public void Nobody_on_call_at_a_level_means_no_start_unless_a_nominated_adult_is_all_of_them()
    {
        var empty = Known with { Home = OakHouse with { OnCall = new OnCallList([]) } };
        Assert.Equal(["onCall"], Ids(Approved, facts: empty));
        Assert.Empty(Ids(Approved, facts: empty with { Worker = Worker with { Engagement = new Engagement.Independent(Senior.Id) } }));
    }

    [Fact]
    public void A_worker_who_was_barred_or_has_left_since_does_not_start()
    {
        Assert.Equal(
            ["worker"],
            Ids(Approved, facts: Known with { Child = Cleo with { Barred = [new(Worker.Id, "an allegation", Now)] } })
        );
        Assert.Equal(["worker"], Ids(Approved, facts: Known with { Worker = Worker with { LeftOn = OakHouse.DayOf(Now) } }));
    }

    private static IEnumerable<string> Ids(Arrangement arrangement, StartAnswers? answers = null, Facts? facts = null) =>
        Rules.Judge(new StartCase(arrangement, answers ?? Confirmed, facts ?? Known, Now)).Select(finding => finding.Id);
}
