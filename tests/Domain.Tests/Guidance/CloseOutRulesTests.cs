using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using static OneToOne.Domain.Tests.Plans;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class CloseOutRulesTests
{
    private static readonly CloseOut Calm = new(
        "We wrote her list together",
        false,
        SexualFeelingsDeclaration.No,
        false,
        null,
        null,
        new(true),
        false,
        false,
        false
    );
    private static readonly Plan InBedroom = Keywork with { Place = new("Her room", Setting.Bedroom, false, null, "open throughout") };

    [Fact]
    public void A_whole_record_has_no_finding() => Assert.Empty(Judge(Keywork, Calm));

    [Fact]
    public void The_record_says_what_was_done() => Assert.Equal([("L-31", DutyKind.Ask)], Judge(Keywork, Calm with { Summary = "." }));

    [Fact]
    public void G_23_distress_is_described()
    {
        Assert.Equal([("G-23", DutyKind.Ask)], Judge(Keywork, Calm with { ChildDistressedOrAngry = true }));
        Assert.Empty(Judge(Keywork, Calm with { ChildDistressedOrAngry = true, Distress = "She cried about her brother" }));
    }

    [Fact]
    public void L_19_after_a_bedroom_the_door_is_asked_about_and_a_no_becomes_a_concern()
    {
        Assert.Equal([("L-19", DutyKind.Ask)], Judge(InBedroom, Calm));
        Assert.Equal([("L-19", DutyKind.Record)], Judge(InBedroom, Calm with { DoorConditionKept = false }));
        Assert.Empty(Judge(InBedroom, Calm with { DoorConditionKept = true }));
    }

    [Theory]
    [InlineData(SexualFeelingsDeclaration.Yes)]
    [InlineData(SexualFeelingsDeclaration.Unsure)]
    public void L_20_any_other_answer_is_kept_as_a_concern_and_never_refused(SexualFeelingsDeclaration answer) =>
        Assert.Equal([("L-20", DutyKind.Record)], Judge(Keywork, Calm with { SexualFeelings = answer }));

    [Fact]
    public void No_question_has_a_default_and_all_that_is_missing_is_said_at_once() =>
        Assert.Equal(
            ["L-31", "G-23", "G-24", "L-19", "L-20", "L-25", "L-29", "L-32", "childsView"],
            Judge(InBedroom, new()).Select(finding => finding.Item1)
        );

    [Fact]
    public void L_32_contact_is_described()
    {
        Assert.Equal([("L-32", DutyKind.Ask)], Judge(Keywork, Calm with { PhysicalContact = true }));
        Assert.Empty(Judge(Keywork, Calm with { PhysicalContact = true, Contact = "A hand on her shoulder" }));
    }

    [Theory]
    [InlineData(false, "", false)]
    [InlineData(false, "She would rather have gone out", true)]
    [InlineData(null, " ", false)]
    [InlineData(null, "She was asleep when I wrote this", true)]
    [InlineData(true, "", true)]
    public void The_child_s_own_view_is_kept_in_words_unless_it_is_a_plain_yes(bool? comfortable, string words, bool complete) =>
        Assert.Equal(complete, !Judge(Keywork, Calm with { ChildsView = new(comfortable, words) }).Any());

    [Fact]
    public void G_24_L_29_a_yes_is_an_answer() => Assert.Empty(Judge(Keywork, Calm with { NeedsChanged = true, PrivateMatters = true }));

    [Fact]
    public void L_25_a_yes_that_nobody_had_allowed_beforehand_is_kept_as_a_concern()
    {
        Assert.Equal([("L-25", DutyKind.Record)], Judge(Keywork, Calm with { PersonalNumbers = true }));
        Assert.Empty(Judge(Keywork with { PersonalNumbers = true }, Calm with { PersonalNumbers = true }));
    }

    [Fact]
    public void Whatever_was_not_as_agreed_is_to_be_read()
    {
        Assert.False((Calm with { AsAgreed = true }).IsToBeRead);
        Assert.True((Calm with { AsAgreed = false }).IsToBeRead);
    }

    [Fact]
    public void Under_an_agreement_one_answer_stands_for_four_and_a_no_asks_them_one_by_one()
    {
        var short6 = new CloseOut("We made her list", false, SexualFeelingsDeclaration.No, false, ChildsView: new(true), AsAgreed: true);
        var under = InBedroom with { Under = new("agreement") };
        Assert.Empty(Judge(under, short6, isUnderAgreement: true));
        string[] four = ["L-19", "L-25", "L-29", "L-32"];
        Assert.Equal(four, Judge(under, short6 with { AsAgreed = false }, isUnderAgreement: true).Select(finding => finding.Item1));
        Assert.Equal(four, Judge(under, short6).Select(finding => finding.Item1));
        Assert.Equal(["L-19", "L-25", "L-29", "L-32"], Judge(InBedroom, short6).Select(finding => finding.Item1));
    }

    private static IEnumerable<(string, DutyKind)> Judge(Plan plan, CloseOut record, bool isUnderAgreement = false) =>
        Rules.Judge(new CloseOutCase(plan, record, Known, Now, isUnderAgreement)).Select(finding => (finding.Id, finding.Kind));
}
