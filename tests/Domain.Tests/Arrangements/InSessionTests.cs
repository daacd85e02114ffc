using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Sessions;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class InSessionTests
{
    private static readonly ArrangementCommand CheckIn = new ArrangementCommand.CheckIn();
    private static readonly ArrangementCommand Finish = new ArrangementCommand.Finish();
    private static readonly ArrangementCommand Help = new ArrangementCommand.CallHelp();

    private static ArrangementCommand Extend(int minutes) => new ArrangementCommand.Extend(Minutes(minutes));

    private static ArrangementCommand Record(CloseOut record) => new ArrangementCommand.RecordCloseOut(record);

    private static Session SessionOf(Story story) =>
        story.State!.Phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            _ => throw new InvalidOperationException(),
        };

    [Theory]
    [InlineData(-16, false)]
    [InlineData(-15, true)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void It_starts_from_15_minutes_before_to_30_minutes_after(int minutes, bool starts)
    {
        var pressed = Noticed.At(Start.AddMinutes(minutes)).When(Worker, AllConfirmed);
        if (starts)
            pressed.Then(new ArrangementEvent.Started(AllConfirmed.Answers)).Is<Phase.Active>();
        else
            pressed.ThenRefused("window");
    }

    [Fact]
    public void The_session_is_as_long_as_approved_from_the_moment_start_was_pressed()
    {
        var late = Noticed.At(Start.AddMinutes(20)).When(Worker, AllConfirmed).ThenAccepted();
        Assert.Equal(Start.AddMinutes(80), SessionOf(late).ExpectedEnd);
        Assert.IsType<SessionBasis.Approved>(SessionOf(late).Basis);
    }

    [Fact]
    public void Only_the_worker_starts()
    {
        foreach (var person in new[] { Requester, Colleague, Senior, HomesManager, Parent, Stranger })
            Noticed.At(Start).When(person, AllConfirmed).ThenRefused("who");
    }

    [Fact]
    public void It_does_not_start_before_it_is_approved()
    {
        Asked.At(Start.AddMinutes(-5)).When(Worker, AllConfirmed).ThenRefused("phase");
        OverridesAsked.At(Start.AddMinutes(-5)).When(Worker, AllConfirmed).ThenRefused("phase");
    }

    [Fact]
    public void It_does_not_start_before_somebody_was_told() => Approved.At(Start).When(Worker, AllConfirmed).ThenRefused("G-20");

    [Fact]
    public void It_does_not_start_while_a_required_safeguard_is_unconfirmed() =>
        Noticed.At(Start).When(Worker, new ArrangementCommand.Start(new([]))).ThenRefused("G-05");

    [Fact]
    public void It_does_not_start_while_an_assessment_is_not_in_date() =>
        Noticed
            .At(Start)
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Start }))
            .When(Worker, AllConfirmed)
            .ThenRefused("G-16");

    [Fact]
    public void It_does_not_start_while_it_is_suspended() =>
        Noticed
            .At(Start)
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Start }))
            .WhenTheClockLooks()
            .ThenIs<Phase.Suspended>()
            .When(Worker, AllConfirmed)
            .ThenRefused("G-16");

    [Fact]
    public void It_does_not_start_while_nobody_is_on_call_for_a_level() =>
        Noticed
            .At(Start)
            .With(f => f with { Home = f.Home with { OnCall = new([.. f.Home.OnCall.Levels.Skip(1)]) } })
            .When(Worker, AllConfirmed)
            .ThenRefused("onCall");

    [Fact]
    public void Starting_and_finishing_twice_is_no_error()
    {
        Started.When(Worker, AllConfirmed).ThenNothing();
        Finished.When(Worker, Finish).ThenNothing();
    }

    [Fact]
    public void The_worker_is_asked_to_check_in_and_doing_so_starts_the_clock_again()
    {
        var longer = LongSession();
        Assert.Equal(Start.AddMinutes(60), longer.WakeAt);
        var asked = longer.WhenItWakes().ThenHappens("CheckInAsked");
        var well = asked.After(Minutes(2)).When(Worker, CheckIn).ThenHappens("CheckedIn");
        Assert.Equal(Start.AddMinutes(62), SessionOf(well).LastContact);
        Assert.False(SessionOf(well).CheckInAsked);
    }

    [Fact]
    public void A_plan_may_ask_for_check_ins_more_often_but_never_less_often()
    {
        Assert.Equal(Start.AddMinutes(20), LongSession(Minutes(20)).WakeAt);
        Assert.Equal(
            Start.AddMinutes(60),
            (LongSession() with { State = LongSession().State! with { Plan = Lounge with { CheckInEvery = Minutes(600) } } }).WakeAt
        );
    }

    [Fact]
    public void Only_the_worker_of_a_session_under_way_checks_in_or_finishes()
    {
        foreach (var person in new[] { Colleague, Senior, Parent, Stranger })
        {
            Started.When(person, CheckIn).ThenRefused("who");
            Started.When(person, Finish).ThenRefused("who");
        }
        Noticed.When(Worker, CheckIn).ThenRefused("phase");
        Noticed.When(Worker, Finish).ThenRefused("phase");
        Finished.When(Worker, CheckIn).ThenRefused("phase");
    }

    [Fact]
    public void The_worker_is_reminded_before_the_expected_end_and_again_after_an_extension()
    {
        Assert.Equal(Start.AddMinutes(50), Started.WakeAt);
        var reminded = Started.WhenItWakes().ThenHappens("EndReminded");
        var extended = reminded.When(Worker, Extend(20)).ThenHappens("Extended");
        Assert.Equal(Start.AddMinutes(70), extended.WakeAt);
        extended.WhenItWakes().ThenHappens("EndReminded");
    }

    [Fact]
    public void The_worker_may_extend_by_30_minutes_in_all()
    {
        var once = Started.When(Worker, Extend(20)).ThenAccepted();
        once.When(Worker, Extend(11)).ThenRefused("by");
        once.When(Worker, Extend(10)).Then(new ArrangementEvent.Extended(Minutes(10), ByWorker: true));
    }

    [Fact]
    public void A_manager_may_extend_further_but_that_is_no_word_from_the_worker()
    {
        var before = Started.After(Minutes(40));
        var extended = before.When(HomesManager, Extend(60)).Then(new ArrangementEvent.Extended(Minutes(60), ByWorker: false));
        Assert.Equal(Start.AddMinutes(120), SessionOf(extended).ExpectedEnd);
        Assert.Equal(Start, SessionOf(extended).LastContact);
        Assert.Equal(TimeSpan.Zero, SessionOf(extended).ExtendedByWorker);
        Assert.Equal(Start.AddMinutes(45), SessionOf(Started.After(Minutes(45)).When(Worker, Extend(10)).ThenAccepted()).LastContact);
    }

    [Fact]
    public void Others_and_odd_lengths_extend_nothing()
    {
        foreach (var person in new[] { Colleague, Requester, Parent, Stranger })
            Started.When(person, Extend(10)).ThenRefused("who");
        foreach (var minutes in new[] { 0, -5, 121 })
            Started.When(HomesManager, Extend(minutes)).ThenRefused("by");
        Finished.When(Worker, Extend(10)).ThenRefused("phase");
    }

    [Fact]
    public void An_overdue_session_is_not_extended_by_pressing_extend() =>
        Started.At(Start.AddMinutes(65)).WhenTheClockLooks().ThenAccepted().When(Worker, Extend(10)).ThenRefused("overdue");

    [Fact]
    public void An_unplanned_session_is_never_extended_past_30_minutes_by_the_worker()
    {
        Unplanned.When(Worker, Extend(1)).ThenRefused("by");
        Unplanned.When(HomesManager, Extend(10)).ThenAccepted();
    }

    [Fact]
    public void Distress_tells_the_senior_colleague_at_once_and_only_once()
    {
        var told = Started.When(Worker, new ArrangementCommand.ReportDistress("Crying, wants to stop"));
        told.Then(
            new ArrangementEvent.DistressReported("Crying, wants to stop"),
            new ArrangementEvent.EscalationRaised(EscalationCause.Distress, 0, [Senior.Id])
        );
        told.ThenAccepted().When(Worker, new ArrangementCommand.ReportDistress("")).ThenHappens("DistressReported");
    }

    [Fact]
    public void Distress_may_be_reported_with_the_record_by_the_homes_people_too()
    {
        Finished.When(Colleague, new ArrangementCommand.ReportDistress("Slammed doors")).ThenAccepted();
        Started.When(Stranger, new ArrangementCommand.ReportDistress("x")).ThenRefused("who");
        Noticed.When(Worker, new ArrangementCommand.ReportDistress("x")).ThenRefused("phase");
        Closed.When(Worker, new ArrangementCommand.ReportDistress("x")).ThenRefused("phase");
    }

    [Fact]
    public void A_call_for_help_skips_every_wait_and_calls_two_levels() =>
        Started
            .When(Worker, Help)
            .Then(
                new ArrangementEvent.HelpCalled(),
                new ArrangementEvent.EscalationRaised(EscalationCause.HelpNow, 1, [Senior.Id, HomesManager.Id])
            );

    [Fact]
    public void Help_comes_also_when_start_was_never_pressed_or_finish_too_early()
    {
        foreach (var story in new[] { Approved, Noticed.At(Start), Finished })
            story.When(Worker, Help).ThenHappens("HelpCalled", "EscalationRaised");
        Started.When(Colleague, Help).ThenAccepted();
        Started.When(Stranger, Help).ThenRefused("who");
        Asked.When(Worker, Help).ThenRefused("phase");
        Closed.When(Worker, Help).ThenRefused("phase");
    }

    [Fact]
    public void A_worker_barred_in_the_session_can_still_say_how_the_child_is()
    {
        var barred = Started.With(f => f.Barring(Worker));
        foreach (var command in new[] { Help, CheckIn, Finish, new ArrangementCommand.ReportDistress("x") })
            barred.When(Worker, command).ThenAccepted();
        barred.When(Worker, Extend(5)).ThenRefused("who");
    }

    [Fact]
    public void The_record_closes_it() =>
        Finished.When(Worker, Record(GoodRecord)).Then(new ArrangementEvent.ClosedOut(GoodRecord)).Is<Phase.Closed>();

    [Fact]
    public void The_record_comes_after_the_session_and_from_the_worker()
    {
        Started.When(Worker, Record(GoodRecord)).ThenRefused("phase");
        foreach (var person in new[] { Colleague, Senior, Stranger })
            Finished.When(person, Record(GoodRecord)).ThenRefused("who");
        Finished.When(Worker, Record(GoodRecord with { Summary = " " })).ThenRefused("summary");
    }

    [Fact]
    public void Recording_the_same_twice_is_no_error_but_a_closed_record_never_changes()
    {
        Closed.When(Worker, Record(GoodRecord)).ThenNothing();
        Closed.When(Worker, Record(GoodRecord with { Summary = "Something else altogether" })).ThenRefused("phase");
    }

    [Fact]
    public void A_record_that_says_distress_reports_it_before_it_closes()
    {
        var distressed = GoodRecord with { ChildDistressedOrAngry = true, Distress = "Cried about her brother" };
        var closed = Finished.When(Worker, Record(distressed)).ThenHappens("DistressReported", "EscalationRaised", "ClosedOut");
        Assert.False(closed.State!.IsFinal);
        var reported = Finished.When(Worker, new ArrangementCommand.ReportDistress("Cried")).ThenAccepted();
        reported.When(Worker, Record(distressed)).ThenHappens("ClosedOut");
    }

    [Fact]
    public void What_a_record_says_becomes_a_concern_and_is_never_refused() =>
        Finished
            .When(Worker, Record(GoodRecord with { SexualFeelings = SexualFeelingsDeclaration.Unsure }))
            .ThenHappens("ConcernRaised", "ClosedOut");

    [Fact]
    public void A_late_record_is_chased_and_ends_the_chase()
    {
        var late = Finished.WhenItWakes();
        Assert.Equal(Finished.Now.AddHours(24), late.Before.Now);
        late.Then(new ArrangementEvent.EscalationRaised(EscalationCause.CloseOutLate, 0, [HomesManager.Id]))
            .When(Worker, Record(GoodRecord))
            .ThenHappens("EscalationEnded", "ClosedOut");
    }

    [Fact]
    public void Once_it_is_late_a_manager_may_make_the_record_of_a_worker_who_can_not()
    {
        var late = Finished.WhenItWakes().ThenAccepted();
        late.When(HomesManager, Record(GoodRecord)).ThenIs<Phase.Closed>();
        late.With(f => f.Barring(HomesManager)).When(HomesManager, Record(GoodRecord)).ThenRefused("who");
        late.When(Colleague, Record(GoodRecord)).ThenRefused("who");
    }

    private static Story LongSession(TimeSpan? checkInEvery = null)
    {
        var asked = Begin
            .When(Requester, new ArrangementCommand.Request(Id, Lounge with { Length = Minutes(120), CheckInEvery = checkInEvery }))
            .ThenAccepted();
        var approved = asked.ApprovedBy(HomesManager).ApprovedBy(Parent);
        return approved
            .When(Colleague, new ArrangementCommand.AcknowledgeNotice(approved.Digest))
            .ThenAccepted()
            .At(Start)
            .When(Worker, AllConfirmed)
            .ThenIs<Phase.Active>();
    }
}
