using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class RequestRulesTests
{
    private static readonly Place Bedroom = new("Her room", Setting.Bedroom, false, null, "open throughout", Exposure.Supervised);
    private static readonly Place Wood = new(
        "Oak wood",
        Setting.Outdoors,
        Secluded: true,
        new(true, true, Colleague.Id),
        Exposure: Exposure.Isolated
    );
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(20);

    [Fact]
    public void A_sound_plan_has_no_finding() => Assert.Empty(Judge(Keywork));

    public static TheoryData<string, DutyKind, string, Plan> Unsound =>
        new()
        {
            { "G-03", DutyKind.Hard, "need", Keywork with { Need = "" } },
            { "G-03", DutyKind.Hard, "need", Keywork with { Need = "One to one time, as usual" } },
            { "G-03", DutyKind.Hard, "need", Keywork with { Purpose = (Purpose)99 } },
            { "G-05", DutyKind.Hard, "safeguards", Keywork with { Safeguards = [] } },
            { "G-05", DutyKind.Hard, "safeguards", Keywork with { Safeguards = [new(" ", Worker.Id, true)] } },
            { "G-05", DutyKind.Hard, "safeguards", Keywork with { Safeguards = [new("The door stays open", Worker.Id, Required: false)] } },
            { "G-19", DutyKind.Override, "place", Keywork with { Place = Wood with { Mitigation = null } } },
            { "G-19", DutyKind.Override, "place", Keywork with { Place = Wood } },
            {
                "G-19",
                DutyKind.Override,
                "place",
                Keywork with
                {
                    Place = Wood with { Mitigation = new(false, true, Colleague.Id) },
                    CheckInEvery = Often,
                }
            },
            {
                "G-19",
                DutyKind.Override,
                "place",
                Keywork with
                {
                    Place = Wood with { Mitigation = new(true, false, Colleague.Id) },
                    CheckInEvery = Often,
                }
            },
            {
                "G-19",
                DutyKind.Override,
                "place",
                Keywork with
                {
                    Place = Wood with { Mitigation = new(true, true, Worker.Id) },
                    CheckInEvery = Often,
                }
            },
            { "G-08", DutyKind.Ask, "place.exposure", Keywork with { Place = Keywork.Place with { Exposure = null } } },
            { "G-07", DutyKind.Hard, "place.area", Keywork with { Place = Keywork.Place with { Area = "nowhere" } } },
            { "L-12", DutyKind.Override, "comfortMitigation", Keywork with { ChildsView = new(false, "I would rather not") } },
            { "G-12", DutyKind.Ask, "alternatives", Keywork with { Alternatives = null } },
            { "G-12", DutyKind.Ask, "alternatives", Keywork with { Alternatives = new(true, false, " ") } },
            { "G-12", DutyKind.Ask, "alternatives.reason", Keywork with { Alternatives = new(true, false, "She wants to") } },
            { "G-12", DutyKind.Ask, "alternatives", Keywork with { Alternatives = new(false, true, "as agreed, as usual, as before") } },
            { "G-13", DutyKind.Ask, "contact", Keywork with { Contact = null } },
            { "G-13", DutyKind.Ask, "contact", Keywork with { Contact = new((ContactMethod)9, Colleague.Id) } },
            { "G-13", DutyKind.Ask, "contact", Keywork with { Contact = new(ContactMethod.Radio, Worker.Id) } },
            { "G-22", DutyKind.Ask, "engagedSign", Keywork with { EngagedSign = null } },
            { "G-22", DutyKind.Override, "engagedSign", Keywork with { EngagedSign = true } },
            { "L-01", DutyKind.Ask, "familyContact", Keywork with { FamilyContact = null } },
            { "L-01", DutyKind.Ask, "familyContact", Keywork with { FamilyContact = (FamilyContact)9 } },
            { "L-01", DutyKind.Override, "familyContact", Keywork with { FamilyContact = FamilyContact.Replaces } },
            { "L-01", DutyKind.Override, "familyContact", Keywork with { FamilyContact = FamilyContact.Clashes } },
            { "L-25", DutyKind.Ask, "personalNumbers", Keywork with { PersonalNumbers = null } },
            { "L-25", DutyKind.Override, "personalNumbers", Keywork with { PersonalNumbers = true } },
            { "childsView", DutyKind.Ask, "childsView", Keywork with { ChildsView = null } },
            { "childsView", DutyKind.Ask, "childsView", Keywork with { ChildsView = new(null, "") } },
            { "G-20", DutyKind.Hard, "inform", Keywork with { Inform = [] } },
            { "G-20", DutyKind.Hard, "inform", Keywork with { Inform = [Worker.Id] } },
            { "G-21", DutyKind.Ask, "presence", Keywork with { Presence = new Presence.CloseBy(Colleague.Id, "") } },
            { "G-21", DutyKind.Ask, "presence", Keywork with { Presence = new Presence.Present(Worker.Id, "I am there anyway") } },
            { "G-21", DutyKind.Ask, "presence", Keywork with { Presence = new Presence.NotNeeded(Senior.Id, " ") } },
            {
                "L-16",
                DutyKind.Hard,
                "considerations",
                Keywork with
                {
                    Considerations = new("", "She prefers a woman", "Nothing against it"),
                }
            },
            { "L-16", DutyKind.Hard, "considerations", Keywork with { Considerations = new("She is thirteen", "", "Nothing against it") } },
            {
                "L-16",
                DutyKind.Hard,
                "considerations",
                Keywork with
                {
                    Considerations = new("She is thirteen", "She prefers a woman", ""),
                }
            },
            { "L-16", DutyKind.Hard, "considerations", Keywork with { Considerations = new(".", ".", ".") } },
            { "G-21", DutyKind.Ask, "presence", Keywork with { Presence = new Presence.NotNeeded(Senior.Id, ".") } },
            { "childsView", DutyKind.Ask, "childsView", Keywork with { ChildsView = new(null, ".") } },
            { "L-18", DutyKind.Override, "place.setting", Keywork with { Place = Bedroom } },
            { "L-20", DutyKind.Hard, "sexualFeelings", Keywork with { SexualFeelings = SexualFeelingsDeclaration.Yes } },
            { "L-20", DutyKind.Hard, "sexualFeelings", Keywork with { SexualFeelings = SexualFeelingsDeclaration.Unsure } },
            { "L-20", DutyKind.Hard, "sexualFeelings", Keywork with { SexualFeelings = (SexualFeelingsDeclaration)7 } },
            { "L-21", DutyKind.Hard, "place.name", Keywork with { Place = Keywork.Place with { Name = "" } } },
            {
                "L-23",
                DutyKind.Override,
                "place.setting",
                Keywork with
                {
                    Place = new("My stable", Setting.WorkersHome, false, Exposure: Exposure.Supervised),
                }
            },
            { "start", DutyKind.Hard, "start", Keywork with { Start = Now.AddTicks(-1) } },
            { "start", DutyKind.Hard, "start", Keywork with { Start = Now.AddDays(367) } },
            { "length", DutyKind.Hard, "length", Keywork with { Length = TimeSpan.Zero } },
            { "length", DutyKind.Hard, "length", Keywork with { Length = TimeSpan.FromMinutes(-30) } },
            { "length", DutyKind.Hard, "length", Keywork with { Length = TimeSpan.FromSeconds(90) } },
            { "checkInEvery", DutyKind.Hard, "checkInEvery", Keywork with { CheckInEvery = TimeSpan.FromMinutes(4) } },
            { "checkInEvery", DutyKind.Hard, "checkInEvery", Keywork with { CheckInEvery = TimeSpan.FromMinutes(61) } },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_plan_that_lacks_something_is_told_which_duty_and_which_field(string id, DutyKind kind, string field, Plan plan)
    {
        var finding = Assert.Single(Judge(plan));
        Assert.Equal((id, kind, field), (finding.Id, finding.Kind, finding.Field));
        Assert.NotEmpty(finding.Lift);
    }

    [Fact]
    public void What_is_longer_than_a_day_is_no_length() =>
        Assert.Equal(["L-15", "length"], Ids(Keywork with { Length = TimeSpan.FromHours(25) }));

    [Fact]
    public void L_19_a_bedroom_needs_a_door_condition_besides_the_decision() =>
        Assert.Equal(["L-18", "L-19"], Ids(Keywork with { Place = Bedroom with { DoorCondition = " " } }));

    [Fact]
    public void G_19_a_walk_on_a_public_way_with_coverage_somebody_aware_and_short_check_ins_is_made_safe() =>
        Assert.Empty(Judge(Keywork with { Place = Wood, CheckInEvery = Often }));

    [Fact]
    public void L_22_inside_and_outside_the_home_are_equally_possible() =>
        Assert.Empty(
            Judge(
                Keywork with
                {
                    Purpose = Purpose.Community,
                    Place = new("Café in the High Street", Setting.PublicPlace, false, Exposure: Exposure.Supervised),
                }
            )
        );

    [Fact]
    public void G_20_somebody_who_is_barred_is_neither_told_nor_counts_as_told()
    {
        var barred = Known with { Child = Cleo with { Barred = [new(Parent.Id, "a court's order", Now)] } };
        Assert.Equal(["G-20", "L-21"], Ids(Keywork with { Inform = [Parent.Id] }, barred));
        Assert.Equal(["L-21"], Ids(Keywork with { Inform = [Colleague.Id, Parent.Id] }, barred));
    }

    [Fact]
    public void L_21_a_plan_names_only_those_who_may_know_of_it()
    {
        var elsewhere = Colleague with { Homes = [new("elm")] };
        Assert.Equal(["inform[0]"], Fields(Keywork with { Inform = [new("ghost"), Senior.Id] }));
        Assert.Equal(["safeguards[0].owner"], Fields(Keywork with { Safeguards = [new("The door stays open", new("ghost"), true)] }));
        Assert.Equal(["presence.who"], Fields(Keywork with { Inform = [Senior.Id] }, Known with { Named = [elsewhere, Senior] }));
        Assert.Equal(
            ["place.mitigation.personAware"],
            Fields(Keywork with { Place = Keywork.Place with { Mitigation = new(true, true, new("ghost")) } })
        );
        Assert.Equal(["contact.emergency"], Fields(Keywork with { Contact = new(ContactMethod.Radio, new("ghost")) }));
        Assert.Empty(Fields(Keywork with { Inform = [Parent.Id, SocialWorker.Id] }));
    }

    [Fact]
    public void G_15_each_of_the_three_parts_is_agreed()
    {
        Assert.Equal(["G-15", "L-14"], Ids(Keywork, Known with { ChildAssessment = null }));
        Assert.Equal(["G-15"], Ids(Keywork, Known with { WorkerAssessment = Known.WorkerAssessment! with { InForce = null } }));
        Assert.Equal(["G-15"], Ids(Keywork, Known with { PairAssessment = null }));
    }

    [Fact]
    public void L_14_a_child_s_assessment_from_before_these_questions_does_not_answer_them()
    {
        var earlier = Known.ChildAssessment!.InForce(v => v with { Content = v.Content with { Child = null } });
        Assert.Equal(["L-14"], Ids(Keywork, Known with { ChildAssessment = earlier }));
    }

    [Fact]
    public void G_16_each_part_is_in_date_up_to_the_very_moment()
    {
        var due = Known with { PairAssessment = Known.PairAssessment!.InForce(version => version with { ReviewDue = Now }) };
        Assert.Equal(["G-16"], Ids(Keywork, due));
        Assert.Empty(Rules.Judge(new RequestCase(Keywork, Worker.Id, due, Now.AddTicks(-1))));
    }

    [Fact]
    public void G_18_a_worker_whose_role_includes_lone_working_needs_a_role_assessment()
    {
        var alone = Known with { Worker = Worker with { LoneWorkingIntegral = true } };
        Assert.Equal(["G-18"], Ids(Keywork, alone));
        Assert.Empty(Judge(Keywork, alone with { RoleAssessment = Assessed(AssessmentKey.ForRole(Worker.Id)) }));
    }

    [Fact]
    public void L_17_an_outcome_that_does_not_permit_and_an_assessment_that_has_ended_block()
    {
        Assert.Equal(["L-17"], Ids(Keywork, Known with { ChildAssessment = Assessed(AssessmentKey.ForChild(Cleo.Id), Outcome.NotPermit) }));
        Assert.Equal(["L-17"], Ids(Keywork, Known with { ChildAssessment = Known.ChildAssessment!.InForce(v => v with { Ended = true }) }));
    }

    [Fact]
    public void G_06_for_a_worker_outside_any_organisation_nothing_can_be_overridden()
    {
        var outside = Known with { Worker = Worker with { Engagement = new Engagement.Independent(Senior.Id) } };
        Assert.Contains(Judge(Keywork with { Place = Bedroom }, outside), finding => finding is { Id: "G-06", Kind: DutyKind.Hard });
        Assert.Empty(Judge(Keywork, outside));
    }

    [Fact]
    public void Somebody_who_is_not_a_worker_of_this_home_or_is_barred_cannot_be_the_worker()
    {
        Assert.Equal(["worker"], Ids(Keywork, Known with { Worker = Worker with { Roles = [Role.SeniorManager] } }));
        Assert.Equal(["worker"], Ids(Keywork, Known with { Worker = Worker with { Homes = [new("elm")] } }));
        Assert.Equal(["worker"], Ids(Keywork, Known with { Worker = Worker with { LeftOn = OakHouse.DayOf(Now) } }));
        Assert.Equal(["worker"], Ids(Keywork, Known with { Child = Cleo with { Barred = [new(Worker.Id, "an allegation", Now)] } }));
    }

    private static IEnumerable<Finding> Judge(Plan plan, Facts? facts = null) =>
        Rules.Judge(new RequestCase(plan, Worker.Id, facts ?? Known, Now));

    private static IEnumerable<string?> Fields(Plan plan, Facts? facts = null) => Judge(plan, facts).Select(finding => finding.Field);

    private static IEnumerable<string> Ids(Plan plan, Facts? facts = null) => Judge(plan, facts).Select(finding => finding.Id).Order();
}
