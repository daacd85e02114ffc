using OneToOne.Domain.Fairness;
using OneToOne.Domain.Homes;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Fairness;

public sealed class FairnessProjectionTests
{
    private static readonly ChildId Ann = new("ann");
    private static readonly ChildId Bob = new("bob");

    private static readonly SessionFact Hour = new(Worker.Id, Ann, Now, TimeSpan.FromHours(1), false, false, false, []);

    [Fact]
    public void Of_few_sessions_nothing_is_said_whatever_they_seem_to_show()
    {
        var pair = Assert.Single(Report([.. Enumerable.Repeat(Hour with { Secluded = true, Late = true }, 3)]).Pairs);

        Assert.Equal((3, 3.0), (pair.Sessions, pair.Hours));
        Assert.Equal(FairnessWords.TooFew, pair.Words);
        Assert.Empty(pair.Patterns);
    }

    [Fact]
    public void What_comes_back_often_enough_is_something_to_look_at()
    {
        var often = Hour with { Secluded = true, Overran = true, Late = true, Overriders = [Senior.Id] };

        var pair = Assert.Single(Report([Hour, often, often, often]).Pairs);

        Assert.Equal(
            [FairnessPattern.SecludedPlaces, FairnessPattern.Overruns, FairnessPattern.SameOverrider, FairnessPattern.LateHours],
            pair.Patterns.Select(p => p.Pattern)
        );
        Assert.All(pair.Patterns, p => Assert.Equal(3, p.Times));
    }

    [Fact]
    public void Two_who_allowed_departures_in_turn_are_not_the_same()
    {
        var (one, other) = (Hour with { Overriders = [Senior.Id] }, Hour with { Overriders = [HomesManager.Id] });

        Assert.Empty(Assert.Single(Report([one, other, one, other]).Pairs).Patterns);
    }

    [Fact]
    public void Time_is_held_against_what_is_allocated_and_only_shown_where_nothing_is()
    {
        var sessions = Enumerable.Repeat(Hour, 8).ToArray();
        var key = new Allocation(Worker.Id, Ann, AllocationKind.KeyWorker, 0.5);

        Assert.Null(Assert.Single(Report(sessions).Pairs).Allocated);
        Assert.Equal(2, Assert.Single(Report(sessions, key).Pairs).Allocated);
        Assert.Equal(FairnessPattern.AboveAllocation, Assert.Single(Assert.Single(Report(sessions, key).Pairs).Patterns).Pattern);
        Assert.Empty(Assert.Single(Report(sessions, key with { HoursPerWeek = 2 }).Pairs).Patterns);
    }

    [Fact]
    public void Who_was_given_no_time_is_shown_and_so_is_a_child_who_had_little()
    {
        var none = Assert.Single(Report([], new Allocation(Worker.Id, Bob, AllocationKind.Shift, 1)).Pairs);
        Assert.Equal((0, Bob), (none.Sessions, none.Child));

        var children = Report([.. Enumerable.Repeat(Hour, 9), Hour with { Child = Bob }]).Children;

        Assert.Equal([Bob, Ann], children.Select(c => c.Child));
        Assert.Equal(FairnessPattern.LittleTime, Assert.Single(children[0].Patterns).Pattern);
        Assert.Empty(children[1].Patterns);
    }

    [Fact]
    public void What_a_manager_made_of_it_stands_beside_it_the_newest_first()
    {
        var late = Enumerable.Repeat(Hour with { Late = true }, 4).ToArray();
        var made = new Disposition
        {
            Id = "2",
            Home = Oak,
            Worker = Worker.Id,
            Child = Ann,
            Pattern = FairnessPattern.LateHours,
            What = DispositionKind.Explained,
            Note = "She comes from training at eight",
            By = Senior.Id,
            At = Now,
        };

        var report = FairnessProjection.Of(late, [Ann], [], [made, made with { Id = "1" }], TimeSpan.FromDays(28), Adopted);

        Assert.Equal("2", Assert.Single(Assert.Single(report.Pairs).Patterns).Disposition?.Id);
    }

    private static FairnessReport Report(SessionFact[] sessions, params Allocation[] allocations) =>
        FairnessProjection.Of(sessions, [Ann, Bob], allocations, [], TimeSpan.FromDays(28), Adopted);
}
