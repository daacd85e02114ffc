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

    private static Session SessionOf(Story story) =>
        story.State!.Phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            _ => throw new InvalidOperationException(),
        };

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
    public void Who_calls_again_is_heard_again_by_those_who_were_told_and_by_the_next_level()
    {
        var owned = Started
            .When(Worker, Help)
            .ThenAccepted()
            .When(Senior, new ArrangementCommand.Acknowledge(EscalationCause.HelpNow))
            .ThenAccepted();
        owned.When(Worker, Help).ThenHappens("HelpCalled");
        var again = owned
            .After(Minutes(2))
            .When(Worker, Help)
            .Then(
                new ArrangementEvent.HelpCalled(),
                new ArrangementEvent.EscalationPassedOn(
                    EscalationCause.HelpNow,
                    2,
                    PassedOnBecause.AskedAgain,
                    Senior.Id,
                    [ServiceManager.Id, Senior.Id, HomesManager.Id]
                )
            );
        Assert.Null(again.State!.EscalationOf(EscalationCause.HelpNow)!.Owner);
        var distress = new ArrangementCommand.ReportDistress("Crying");
        Started
            .When(Worker, distress)
            .ThenAccepted()
            .After(Minutes(2))
            .When(Worker, distress)
            .ThenHappens("DistressReported", "EscalationPassedOn");
    }

    [Fact]
    public void A_call_that_no_message_got_through_of_is_repeated_to_everybody_a_minute_later()
    {
        var unheard = Started
            .When(Worker, Help)
            .ThenAccepted()
            .WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.HelpNow, 1))
            .ThenAccepted()
            .WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.HelpNow, 2))
            .ThenAccepted();
        unheard.WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.HelpNow, 3)).ThenNothing();
        unheard.When(Worker, Help).ThenHappens("HelpCalled");
        unheard
            .After(Minutes(1))
            .When(Worker, Help)
            .Then(
                new ArrangementEvent.HelpCalled(),
                new ArrangementEvent.EscalationPassedOn(
                    EscalationCause.HelpNow,
                    4,
                    PassedOnBecause.AskedAgain,
                    null,
                    [Senior.Id, HomesManager.Id, ServiceManager.Id]
                )
            );
    }

    private static Story Unexplained =>
        Approved.When(Worker, new ArrangementCommand.DeclineByWorker("not comfortable")).ThenIs<Phase.AwaitingExplanation>();

    [Fact]
    public void Help_comes_in_every_phase_until_all_is_over()
    {
        foreach (var story in new[] { OverridesAsked, Asked, Approved, Noticed.At(Start), Finished, Unexplained })
            story.When(Worker, Help).ThenHappens("HelpCalled", "EscalationRaised");
        Started.When(Colleague, Help).ThenAccepted();
        Started.When(Stranger, Help).ThenRefused("who");
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
