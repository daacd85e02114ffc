using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Concerns.Concerned;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class ConcernClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static Concern Taken => Raised.After(new ConcernEvent.Acknowledged(HomesManager.Id));

    private static Concern Reminded => Taken.After(new ConcernEvent.ReferralReminded([HomesManager.Id]));

    [Fact]
    public void It_is_decided_within_a_working_day() => Assert.Equal(Now + Day, Raised.ReferBy);

    [Fact]
    public void Unacknowledged_it_goes_to_the_next_level_and_then_again_and_again()
    {
        Assert.Equal(Now + Hour, ConcernClock.WakeAt(Raised, Policy.Default));
        Assert.Empty(ConcernClock.Advance(Raised, Facts, (Now + Hour).AddTicks(-1)));

        var passed = Assert.IsType<ConcernEvent.PassedOn>(Assert.Single(ConcernClock.Advance(Raised, Facts, Now + Hour)));
        Assert.Equal((1, ServiceManager.Id), (passed.Level, Assert.Single(passed.Told)));

        var after = Raised.After(passed, Now + Hour);
        Assert.Equal(Now + 2 * Hour, ConcernClock.WakeAt(after, Policy.Default));
        var again = Assert.IsType<ConcernEvent.PassedOn>(Assert.Single(ConcernClock.Advance(after, Facts, Now + 2 * Hour)));
        Assert.Equal((1, ServiceManager.Id), (again.Level, Assert.Single(again.Told)));
        Assert.Equal([HomesManager.Id, ServiceManager.Id], after.After(again).Told.AsEnumerable());
    }

    [Fact]
    public void Silence_is_met_after_ever_longer_pauses_and_daily_once_it_is_overdue()
    {
        var (state, steps) = (Raised with { ReferBy = Now + 3 * Day }, new List<(string Step, double Hours)>());
        while (ConcernClock.WakeAt(state, Policy.Default) is { } at && at <= Now + 5 * Day)
            foreach (var happened in ConcernClock.Advance(state, Facts, at))
            {
                state = state.After(happened, at);
                steps.Add((happened.GetType().Name, (at - Now).TotalHours));
            }

        Assert.Equal([1, 2, 4, 8, 16, 32, 56], steps.Where(s => s.Step == "PassedOn").Select(s => s.Hours));
        Assert.Equal([72, 96, 120], steps.Where(s => s.Step == "ReferralOverdue").Select(s => s.Hours));
    }

    [Fact]
    public void However_soon_it_is_overdue_silence_is_met_within_the_hour()
    {
        var (state, passed) = (Raised with { ReferBy = Now + Hour / 2 }, new List<double>());
        while (ConcernClock.WakeAt(state, Policy.Default) is { } at && at <= Now + 2 * Day)
            foreach (var happened in ConcernClock.Advance(state, Facts, at))
            {
                state = state.After(happened, at);
                if (happened is ConcernEvent.PassedOn)
                    passed.Add((at - Now).TotalHours);
            }

        Assert.Equal([1, 2, 4, 8, 16, 32], passed);
    }

    [Fact]
    public void Overdue_and_unacknowledged_whoever_has_come_on_duty_hears_of_it()
    {
        var silent = Raised with { Reminded = true, AskedSince = Now + Day, OverdueSaid = Now + Day };

        var overdue = Assert.Single(ConcernClock.Advance(silent, On(Colleague, ServiceManager), Now + 2 * Day));

        Assert.Equal([ServiceManager.Id, Colleague.Id], Assert.IsType<ConcernEvent.ReferralOverdue>(overdue).Told.AsEnumerable());
    }

    [Fact]
    public void How_long_it_waits_is_the_policys() =>
        Assert.Equal(Now + Hour / 2, ConcernClock.WakeAt(Raised, Policy.Default with { ConcernAcknowledgedWithin = Hour / 2 }));

    [Fact]
    public void A_level_with_nobody_is_asked_again_later()
    {
        var nobody = Facts with { Home = OakHouse with { OnCall = new([]) } };
        var raised = ConcernRules.Raise(Begun, nobody, Now);

        var passed = Assert.IsType<ConcernEvent.PassedOn>(Assert.Single(ConcernClock.Advance(raised, nobody, Now + Hour)));

        Assert.Empty(passed.Told);
        Assert.Equal(Now + 2 * Hour, ConcernClock.WakeAt(raised.After(passed, Now + Hour), Policy.Default));
    }

    [Fact]
    public void Whoever_has_come_on_duty_since_hears_of_it_with_the_next_level()
    {
        var passed = Assert.IsType<ConcernEvent.PassedOn>(
            Assert.Single(ConcernClock.Advance(Raised, On(Colleague, ServiceManager), Now + Hour))
        );

        Assert.Equal([ServiceManager.Id, Colleague.Id], passed.Told.AsEnumerable());
    }

    [Fact]
    public void Opened_late_it_is_told_to_those_on_duty_by_then_and_passed_on_at_once()
    {
        var late = Now + 3 * Hour;
        var facts = On(Colleague, ServiceManager);

        var raised = ConcernRules.Raise(Begun, facts, late);

        Assert.Equal(Colleague.Id, Assert.Single(raised.Told));
        var passed = Assert.IsType<ConcernEvent.PassedOn>(Assert.Single(ConcernClock.Advance(raised, facts, late)));
        Assert.Equal((1, ServiceManager.Id), (passed.Level, Assert.Single(passed.Told)));
    }

    [Fact]
    public void When_all_are_away_everybody_listed_is_told()
    {
        var away = Away(Facts);

        Assert.Equal([HomesManager.Id, ServiceManager.Id], ConcernRules.Raise(Begun, away, Now).Told.AsEnumerable());
        var barred = away with { Child = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] } };
        Assert.Equal(ServiceManager.Id, Assert.Single(ConcernRules.Raise(Begun, barred, Now).Told));
    }

    [Fact]
    public void The_adult_whom_its_worker_nominated_hears_of_it_only_where_there_is_no_manager()
    {
        var outside = Facts with { Involved = [Worker with { Engagement = new Engagement.Independent(Colleague.Id) }], Actor = Colleague };
        Assert.Equal(HomesManager.Id, Assert.Single(ConcernRules.Raise(Begun, outside, Now).Told));
        Assert.Equal([HomesManager.Id, ServiceManager.Id], ConcernRules.Raise(Begun, Away(outside), Now).Told.AsEnumerable());
        Assert.False(ConcernDecider.MayDecide(Raised, outside, Now));

        var alone = outside with { Home = OakHouse with { OnCall = new([]) } };
        Assert.Equal(Colleague.Id, Assert.Single(ConcernRules.Raise(Begun, alone, Now).Told));
        Assert.True(ConcernDecider.MayDecide(Raised, alone, Now));
        var barred = alone with { Child = Cleo with { Barred = [new(Colleague.Id, "an allegation", Now)] } };
        Assert.Empty(ConcernRules.Raise(Begun, barred, Now).Told);
        Assert.False(ConcernDecider.MayDecide(Raised, barred, Now));
    }

    private static ConcernFacts On(Person homes, Person service) =>
        Facts with
        {
            Home = OakHouse with { OnCall = OnCall(Senior, homes, service) },
        };

    private static ConcernFacts Away(ConcernFacts facts) =>
        facts with
        {
            Home = facts.Home with
            {
                OnCall = new([
                    .. facts.Home.OnCall.Levels.Select(level =>
                        level with
                        {
                            People = [.. level.People.Select(p => p with { Absences = [new(Now - Day, Now + Day)] })],
                        }
                    ),
                ]),
            },
        };

    [Fact]
    public void At_half_time_whoever_took_it_on_is_reminded_once()
    {
        Assert.Equal(Now + Day / 2, ConcernClock.WakeAt(Taken, Policy.Default));

        var reminded = Assert.IsType<ConcernEvent.ReferralReminded>(Assert.Single(ConcernClock.Advance(Taken, Facts, Now + Day / 2)));

        Assert.Equal(HomesManager.Id, Assert.Single(reminded.Told));
        Assert.Equal(Now + Day, ConcernClock.WakeAt(Reminded, Policy.Default));
    }

    [Fact]
    public void Overdue_the_service_manager_is_told_and_daily_from_then_on()
    {
        var overdue = Assert.IsType<ConcernEvent.ReferralOverdue>(Assert.Single(ConcernClock.Advance(Reminded, Facts, Now + Day)));

        Assert.Equal([ServiceManager.Id, HomesManager.Id], overdue.Told.AsEnumerable());
        Assert.Equal(Now + 2 * Day, ConcernClock.WakeAt(Reminded.After(overdue, Now + Day), Policy.Default));
    }

    [Fact]
    public void What_was_missed_is_said_once_and_twice_is_the_same_as_once()
    {
        var late = Now + 10 * Day;

        var happened = ConcernClock.Advance(Raised, Facts, late);

        Assert.Equal(["PassedOn", "ReferralReminded", "ReferralOverdue"], happened.Select(e => e.GetType().Name));
        Assert.Empty(ConcernClock.Advance(happened.Aggregate(Raised, (s, e) => s.After(e, late)), Facts, late));
    }

    [Fact]
    public void Nobody_barred_is_told_although_they_took_it_on()
    {
        var barred = Facts with { Child = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] } };

        Assert.DoesNotContain(
            HomesManager.Id,
            ConcernClock.Advance(Taken, barred, Now + Day).SelectMany(e => ConcernRules.MessagesFor(e)).Select(message => message.To)
        );
    }

    [Fact]
    public void Decided_on_it_reminds_whoever_took_it_on_and_then_the_next_level_too_until_there_is_an_outcome()
    {
        Assert.Equal(Now + 14 * Day, ConcernClock.WakeAt(Decided, Policy.Default));
        Assert.Empty(ConcernClock.Advance(Decided, Facts, (Now + 14 * Day).AddTicks(-1)));

        var first = Reminder(Decided, Facts, Now + 14 * Day);
        Assert.Equal(HomesManager.Id, Assert.Single(first.Told));
        var after = Decided.After(first, Now + 14 * Day);
        Assert.Equal(Now + 28 * Day, ConcernClock.WakeAt(after, Policy.Default));
        Assert.Equal([ServiceManager.Id, HomesManager.Id], Reminder(after, Facts, Now + 28 * Day).Told.AsEnumerable());

        var closed = after.After(new ConcernEvent.Closed(new(HomesManager.Id, Now, "They talked")));
        Assert.Null(ConcernClock.WakeAt(closed, Policy.Default));
        Assert.Empty(ConcernClock.Advance(closed, Facts, Now + 90 * Day));
    }

    [Fact]
    public void How_often_an_outcome_is_reminded_of_is_the_policys_and_a_later_decision_begins_anew()
    {
        var weekly = Policy.Default with { ConcernOutcomeRemindedEvery = 7 * Day };
        Assert.Equal(Now + 7 * Day, ConcernClock.WakeAt(Decided, weekly));

        var referred = new Referral(HomesManager.Id, Now + 3 * Day, true, true, "The designated officer", "She told more");
        Assert.Equal(Now + 10 * Day, ConcernClock.WakeAt(Decided.After(new ConcernEvent.ReferralDecided(referred)), weekly));
    }

    [Fact]
    public void An_owner_who_is_barred_is_not_reminded_of_its_outcome_and_their_level_is()
    {
        var barred = Facts with { Child = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] } };

        Assert.Equal(ServiceManager.Id, Assert.Single(Reminder(Decided, barred, Now + 14 * Day).Told));
    }

    private static Concern Decided =>
        Taken.After(new ConcernEvent.ReferralDecided(new(HomesManager.Id, Now, false, false, null, "It was a joke")));

    private static ConcernEvent.OutcomeReminded Reminder(Concern concern, ConcernFacts facts, DateTimeOffset at) =>
        Assert.IsType<ConcernEvent.OutcomeReminded>(Assert.Single(ConcernClock.Advance(concern, facts, at)));

    [Fact]
    public void An_outcome_ends_every_clock()
    {
        Assert.Null(ConcernClock.WakeAt(Raised with { Outcome = new(HomesManager.Id, Now, "Nothing") }, Policy.Default));
    }

    [Fact]
    public void Distress_is_acknowledged_where_it_was_reported_and_decided_on_here()
    {
        var distress = Begun with { Kind = ConcernKind.Distress, Source = new("a1"), About = null, With = Worker.Id };

        var raised = ConcernRules.Raise(distress, Facts, Now);

        Assert.Equal(Now + Day / 2, ConcernClock.WakeAt(raised, Policy.Default));
        Assert.Empty(raised.Told);
        var reminded = Assert.IsType<ConcernEvent.ReferralReminded>(Assert.Single(ConcernClock.Advance(raised, Facts, Now + Day / 2)));
        Assert.Equal(HomesManager.Id, Assert.Single(reminded.Told));
    }

    [Fact]
    public void A_concern_from_before_there_were_clocks_has_none() => Assert.Null(ConcernClock.WakeAt(Begun, Policy.Default));
}
