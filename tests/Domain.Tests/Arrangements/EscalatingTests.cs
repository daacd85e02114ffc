using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Escalated;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class EscalatingTests
{
    private static readonly Person[] Chain = [Senior, HomesManager, ServiceManager];

    public static TheoryData<EscalationCause> EveryCause => [.. Enum.GetValues<EscalationCause>()];

    public static TheoryData<EscalationCause> UrgentCauses => [.. Enum.GetValues<EscalationCause>().Where(EscalationChain.IsUrgent)];

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void Silence_takes_it_from_level_to_level_and_then_to_everybody_again_and_again(EscalationCause cause)
    {
        var story = Raised(cause);
        var levels = EscalationChain.Levels(cause).Length;
        var people = Chain[^levels..].Select(p => p.Id).ToArray();
        for (var round = 0; round < 6; round++)
        {
            var step = story.State!.EscalationOf(cause)!.Step + 1;
            var passed = Woken(story, cause);
            var told = passed.The<ArrangementEvent.EscalationPassedOn>();
            Assert.Equal((cause, step, PassedOnBecause.Silence), (told.Cause, told.Step, told.Because));
            Assert.Equal(step < levels ? [people[step]] : people, told.Told.ToArray());
            story = passed.ThenAccepted();
        }
    }

    [Theory]
    [InlineData(EscalationCause.NotStarted, 10, 10)]
    [InlineData(EscalationCause.Overdue, 10, 10)]
    [InlineData(EscalationCause.MissedCheckIn, 10, 10)]
    [InlineData(EscalationCause.HelpNow, 10, 10)]
    [InlineData(EscalationCause.Distress, 60, 10)]
    [InlineData(EscalationCause.WorkerBarred, 10, 10)]
    [InlineData(EscalationCause.CloseOutLate, 1440, 1440)]
    [InlineData(EscalationCause.ExplanationLate, 1440, 1440)]
    [InlineData(EscalationCause.UnplannedReviewLate, 1440, 1440)]
    [InlineData(EscalationCause.UndeliverableMail, 1440, 1440)]
    public void Each_level_has_its_time(EscalationCause cause, int first, int next)
    {
        var raised = Raised(cause);
        var passed = Woken(raised, cause);
        Assert.Equal(Minutes(first), passed.Before.Now - raised.Now);
        var again = Woken(passed.ThenAccepted(), cause);
        Assert.Equal(Minutes(next), again.Before.Now - passed.Before.Now);
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void A_level_without_anybody_passes_to_the_next_at_once(EscalationCause cause)
    {
        var first = EscalationChain.FirstStep(cause);
        var empty = EscalationChain.Levels(cause)[..(first + 1)];
        var story = Raised(cause, f => f with { Home = f.Home with { OnCall = Without(f.Home.OnCall, [.. empty]) } });
        var open = story.State!.EscalationOf(cause)!;
        Assert.Equal(first + 1, open.Step);
        Assert.NotEmpty(open.Told);
    }

    [Fact]
    public void Levels_that_are_all_empty_are_tried_again_when_the_time_comes()
    {
        var nobody = Raised(
            EscalationCause.Overdue,
            f => f with { Home = f.Home with { OnCall = Without(f.Home.OnCall, [.. OnCallList.LevelRoles]) } }
        );
        Assert.Equal((3, 0), (nobody.State!.Escalations[0].Step, nobody.State.Escalations[0].Told.Length));
        var staffed = Woken(nobody.With(_ => Started.Facts), EscalationCause.Overdue);
        Assert.Equal(Chain.Select(p => p.Id), staffed.The<ArrangementEvent.EscalationPassedOn>().Told);
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void Whoever_acknowledges_owns_it_and_loses_it_without_an_outcome(EscalationCause cause)
    {
        var story = Raised(cause);
        foreach (var person in Chain)
        {
            var owned = story.After(Minutes(3)).When(person, new ArrangementCommand.Acknowledge(cause));
            owned.Then(new ArrangementEvent.EscalationOwned(cause, person.Id));
            var mine = owned.ThenAccepted();
            mine.When(person, new ArrangementCommand.Acknowledge(cause)).ThenNothing();
            foreach (var other in Chain.Where(p => p != person))
                mine.When(other, new ArrangementCommand.Acknowledge(cause)).ThenRefused("owned");
            var passed = Woken(mine, cause);
            Assert.Equal(EscalationChain.IsUrgent(cause) ? Minutes(15) : TimeSpan.FromDays(1), passed.Before.Now - mine.Now);
            var on = passed.The<ArrangementEvent.EscalationPassedOn>();
            Assert.Equal((PassedOnBecause.NoOutcome, person.Id), (on.Because, on.FormerOwner));
            Assert.Null(passed.ThenAccepted().State!.EscalationOf(cause)!.Owner);
            Assert.Equal(person.Id, passed.ThenAccepted().State!.EscalationOf(cause)!.FormerOwner);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCause))]
    public void It_is_answered_by_the_homes_managers_never_by_the_worker_or_others(EscalationCause cause)
    {
        var story = Raised(cause);
        var outcome = new ArrangementCommand.RecordOutcome(cause, Answering(cause), "Rang the home");
        foreach (
            var person in new[]
            {
                Worker,
                Requester,
                Colleague,
                Parent,
                SocialWorker,
                Stranger,
                Staff("m", Role.SeniorManager) with
                {
                    Homes = [],
                },
            }
        )
        {
            story.When(person, new ArrangementCommand.Acknowledge(cause)).ThenRefused("who");
            story.When(person, outcome).ThenRefused("who");
        }
        var barred = story.With(f => f.Barring(Senior));
        barred.When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenRefused("who");
        barred.When(Senior, outcome).ThenRefused("who");
    }

    [Fact]
    public void A_start_that_was_never_pressed_is_asked_of_the_worker_and_then_of_a_colleague()
    {
        var asked = Noticed.WhenItWakes();
        Assert.Equal(Start.AddMinutes(10), asked.Before.Now);
        var raised = asked.ThenHappens("WorkerAskedToStart").WhenItWakes();
        Assert.Equal(Start.AddMinutes(30), raised.Before.Now);
        raised.Then(new ArrangementEvent.EscalationRaised(EscalationCause.NotStarted, 0, [Senior.Id]));
        raised.ThenAccepted().When(Worker, AllConfirmed).ThenRefused("window");
    }

    [Theory]
    [MemberData(nameof(UrgentCauses))]
    public void A_level_that_no_channel_reaches_passes_to_the_next_at_once(EscalationCause cause)
    {
        var story = Raised(cause);
        var step = story.State!.EscalationOf(cause)!.Step;
        var passed = story.WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step));
        var on = passed.The<ArrangementEvent.EscalationPassedOn>();
        Assert.Equal((step + 1, PassedOnBecause.Unreachable), (on.Step, on.Because));
        passed.ThenAccepted().WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step)).ThenNothing();
        var owned = story.When(Senior, new ArrangementCommand.Acknowledge(cause)).ThenAccepted();
        owned.WhenDelivery(new ArrangementCommand.ReportUnreachable(cause, step)).ThenNothing();
    }

    [Fact]
    public void When_nobody_of_any_level_is_reached_the_clock_tries_again_not_the_delivery()
    {
        var story = Raised(EscalationCause.Overdue);
        for (var step = 0; step < 3; step++)
            story = story.WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.Overdue, step)).ThenAccepted();
        story.WhenDelivery(new ArrangementCommand.ReportUnreachable(EscalationCause.Overdue, 3)).ThenNothing();
        Assert.Equal(story.Now + Minutes(10), story.WakeAt);
    }

    [Fact]
    public void A_mail_that_can_not_be_delivered_is_looked_after_while_anything_is_open()
    {
        Asked
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
            .Then(
                new ArrangementEvent.MailUndeliverable(Parent.Id),
                new ArrangementEvent.EscalationRaised(EscalationCause.UndeliverableMail, 0, [HomesManager.Id])
            )
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(SecondParent.Id))
            .ThenHappens("MailUndeliverable");
        Closed.WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id)).ThenNothing();
    }

    [Fact]
    public void Who_wrote_down_an_approval_is_not_the_one_who_hears_that_its_approver_can_not_be_asked()
    {
        WrittenDown(Asked)
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
            .Then(
                new ArrangementEvent.MailUndeliverable(Parent.Id),
                new ArrangementEvent.EscalationRaised(EscalationCause.UndeliverableMail, 0, []),
                new ArrangementEvent.EscalationPassedOn(
                    EscalationCause.UndeliverableMail,
                    1,
                    PassedOnBecause.Unreachable,
                    null,
                    [ServiceManager.Id]
                )
            );
        WrittenDown(Asked.WhenDelivery(new ArrangementCommand.ReportUndeliverable(SecondParent.Id)).ThenAccepted())
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(Parent.Id))
            .Then(
                new ArrangementEvent.MailUndeliverable(Parent.Id),
                new ArrangementEvent.EscalationPassedOn(
                    EscalationCause.UndeliverableMail,
                    1,
                    PassedOnBecause.AskedAgain,
                    null,
                    [ServiceManager.Id]
                )
            );

        static Story WrittenDown(Story asked) =>
            asked
                .When(HomesManager, new ArrangementCommand.RecordApproval(asked.Digest, Parent.Id, Means.Phone, "She said yes", true))
                .ThenAccepted();
    }

    [Fact]
    public void An_escalation_never_goes_to_the_worker_it_is_about_nor_to_anybody_barred()
    {
        var working = Started.Facts with { Worker = Senior };
        Assert.Equal(
            [HomesManager.Id],
            EscalationChain.Recipients(EscalationCause.HelpNow, 1, working.Child, working.Home, working.Worker, Start).ToArray()
        );
        var barred = Started.With(f => f.Barring(Senior)).At(Start.AddMinutes(65)).WhenTheClockLooks();
        Assert.DoesNotContain(Senior.Id, barred.Events.OfType<ArrangementEvent.EscalationRaised>().SelectMany(e => e.Told));
        Assert.Equal([HomesManager.Id], barred.ThenAccepted().State!.EscalationOf(EscalationCause.Overdue)!.Told.ToArray());
    }

    [Fact]
    public void The_adult_whom_an_independent_worker_nominated_hears_every_level_and_answers()
    {
        var independent = Started.With(f => f with { Worker = f.Worker with { Engagement = new Engagement.Independent(Stranger.Id) } });
        var help = independent.When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted();
        Assert.Equal([Stranger.Id], help.State!.Escalations[0].Told.ToArray());
        foreach (var person in new[] { Stranger, Senior })
            help.When(person, new ArrangementCommand.Acknowledge(EscalationCause.HelpNow)).ThenAccepted();
        help.When(Colleague, new ArrangementCommand.Acknowledge(EscalationCause.HelpNow)).ThenRefused("who");
        var on = Woken(help, EscalationCause.HelpNow).The<ArrangementEvent.EscalationPassedOn>();
        Assert.Equal([Stranger.Id, ServiceManager.Id], on.Told.ToArray());
    }

    [Fact]
    public void An_independent_workers_cry_for_help_goes_to_the_home_when_the_nominated_adult_is_barred()
    {
        var independent = Started.With(f => f with { Worker = f.Worker with { Engagement = new Engagement.Independent(Stranger.Id) } });
        var barred = independent.With(f => f.Barring(Stranger)).When(Worker, new ArrangementCommand.CallHelp()).ThenAccepted();
        Assert.Equal([Senior.Id, HomesManager.Id], barred.State!.Escalations[0].Told.ToArray());
        Assert.Equal<PersonId>([HomesManager.Id], Correspondence.RecordReaders(barred.Facts, barred.Now));
    }

    [Fact]
    public void When_nobody_is_there_a_record_is_read_by_all_who_are_listed_but_the_worker_and_the_barred()
    {
        var away = Started.With(f =>
            f with
            {
                Home = f.Home with
                {
                    OnCall = new([
                        .. f.Home.OnCall.Levels.Select(level =>
                            level with
                            {
                                People =
                                [
                                    .. level
                                        .People.Append(new(Worker.Id, true, []))
                                        .Select(p => p with { Absences = [new(Start.AddDays(-1), Start.AddDays(1))] }),
                                ],
                            }
                        ),
                    ]),
                },
            }
        );

        Assert.Equal<PersonId>([HomesManager.Id, ServiceManager.Id], Correspondence.RecordReaders(away.Facts, away.Now));
        var barred = away.With(f => f.Barring(HomesManager));
        Assert.Equal<PersonId>([ServiceManager.Id], Correspondence.RecordReaders(barred.Facts, barred.Now));
    }

    [Fact]
    public void A_deputy_who_is_present_stands_in_for_who_is_away()
    {
        var away = new Absence(Start.AddDays(-1), Start.AddDays(1));
        var levels = new OnCallLevel(Role.SeniorManager, [new(Senior.Id, false, [away]), new(Colleague.Id, true, [])]);
        var deputised = Started.With(f => f with { Home = f.Home with { OnCall = new([levels, .. f.Home.OnCall.Levels.Skip(1)]) } });
        var overdue = deputised.At(Start.AddMinutes(65)).WhenTheClockLooks().ThenAccepted();
        Assert.Equal([Colleague.Id], overdue.State!.EscalationOf(EscalationCause.Overdue)!.Told.ToArray());
        overdue.When(Colleague, new ArrangementCommand.Acknowledge(EscalationCause.Overdue)).ThenAccepted();
    }
}
