using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class ReviewClockTests
{
    private static readonly Given Agreed = Given.APair.Proposed().Agreed();

    [Fact]
    public void G_16_reminders_come_14_7_and_1_days_before_at_the_due_moment_and_daily_after_it()
    {
        var given = Agreed;
        List<double> days = [];
        while (days.Count < 7)
        {
            given = given with { At = ReviewClock.WakeAt(given.Sure, given.Policy)!.Value };
            days.Add((given.At - Now.AddDays(90)).TotalDays);
            Assert.Single(given.Due());
            given = given.Advanced();
        }
        Assert.Equal([-14, -7, -1, 0, 1, 2, 3], days);
    }

    [Fact]
    public void Advance_before_its_time_does_nothing() =>
        Assert.Empty((Agreed with { At = ReviewClock.WakeAt(Agreed.Sure, Agreed.Policy)!.Value.AddTicks(-1) }).Due());

    [Theory]
    [InlineData(0)]
    [InlineData(76)]
    [InlineData(83.5)]
    [InlineData(90)]
    [InlineData(97.25)]
    public void Advance_twice_is_once(double days)
    {
        var once = Agreed.Later(TimeSpan.FromDays(days)).Advanced();
        Assert.Empty(once.Due());
        Assert.True(ReviewClock.WakeAt(once.Sure, once.Policy) > once.At);
    }

    [Fact]
    public void The_manager_is_told_when_it_falls_due_and_the_service_manager_as_well_once_it_is_overdue()
    {
        Assert.Equal([Role.HomesManager], Reminder(76).Roles.ToArray());
        Assert.Equal([Colleague.Id], Reminder(76).People.ToArray());
        Assert.Equal([Role.HomesManager], Reminder(90).Roles.ToArray());
        Assert.Equal([Role.HomesManager, Role.ServiceManager], Reminder(91).Roles.ToArray());
    }

    [Fact]
    public void G_06_for_an_independent_worker_the_nominated_adult_is_told()
    {
        var given = Given.AWorker.With(Worker with { Engagement = new Engagement.Independent(Parent.Id) }).Proposed();
        var version = given.When<AssessmentEvent.Agreed>(new AssessmentCommand.Agree(Parent.Id, null, Outcome.Permit));
        var overdue = (given with { State = AssessmentState.Evolve(given.State, version) }).Later(TimeSpan.FromDays(95));
        Assert.All(
            overdue.Due().Cast<AssessmentEvent.Reminded>(),
            reminded =>
            {
                Assert.Empty(reminded.Roles);
                Assert.Equal([Parent.Id], reminded.People.ToArray());
            }
        );
    }

    [Fact]
    public void After_a_long_silence_the_due_moment_and_the_last_day_are_said_once_each()
    {
        var stages = Agreed.Later(TimeSpan.FromDays(95.5)).Due().Cast<AssessmentEvent.Reminded>().Select(r => (r.Stage, r.Moment));
        Assert.Equal([(ReminderStage.Due, Now.AddDays(90)), (ReminderStage.Overdue, Now.AddDays(95))], stages);
    }

    [Fact]
    public void An_urgent_one_is_not_reminded_of_moments_before_it_was_agreed()
    {
        var given = Given.AChild.Proposed(Given.ChildContent with { Urgent = true }).Agreed();
        Assert.Equal(Now.AddDays(2), ReviewClock.WakeAt(given.Sure, given.Policy));
        Assert.Empty(given.Due());
    }

    [Fact]
    public void A_review_stops_the_reminders()
    {
        var given = Agreed.Later(TimeSpan.FromDays(95)).Advanced().Reviewed(ReviewResult.Continue);
        Assert.Empty(given.Due());
        Assert.Equal(Now.AddDays(95 + 90 - 14), ReviewClock.WakeAt(given.Sure, given.Policy));
    }

    [Fact]
    public void A_change_that_is_asked_for_is_chased_daily_until_it_is_agreed()
    {
        var given = Agreed.Reviewed(ReviewResult.Change);
        Assert.Empty(given.Due());
        Assert.Equal(Now.AddDays(1), ReviewClock.WakeAt(given.Sure, given.Policy));
        Assert.Equal(Now.AddDays(76), ReviewClock.WakeAt(given.Proposed().Agreed().Sure, given.Policy));
    }

    [Fact]
    public void What_has_ended_or_was_never_agreed_never_wakes()
    {
        Assert.Null(ReviewClock.WakeAt(Agreed.Reviewed(ReviewResult.End).Sure, Agreed.Policy));
        Assert.Null(ReviewClock.WakeAt(Given.APair.Proposed().Sure, Agreed.Policy));
        Assert.Empty(Agreed.Reviewed(ReviewResult.End).Later(TimeSpan.FromDays(365)).Due());
    }

    private static AssessmentEvent.Reminded Reminder(int day) =>
        Assert.IsType<AssessmentEvent.Reminded>(Agreed.Later(TimeSpan.FromDays(day)).Due()[^1]);
}
