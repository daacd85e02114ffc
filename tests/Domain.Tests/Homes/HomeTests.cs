using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Homes;

public sealed class HomeTests
{
    [Fact]
    public void The_day_is_the_one_on_the_home_s_calendar()
    {
        var lateInSummer = new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 7, 2), OakHouse.DayOf(lateInSummer));
        Assert.Equal(new DateOnly(2026, 7, 1), (OakHouse with { TimeZone = "Etc/UTC" }).DayOf(lateInSummer));
    }

    [Fact]
    public void A_sound_record_has_no_finding() => Assert.Empty(OakHouse.Check(Everybody));

    [Theory]
    [InlineData("")]
    [InlineData("Nowhere/Land")]
    [InlineData("GMT Standard Time")]
    [InlineData("../../etc/passwd")]
    public void A_time_zone_that_is_no_IANA_name_is_named(string zone) =>
        Assert.Equal(["timeZone"], Fields(OakHouse with { TimeZone = zone }));

    [Fact]
    public void A_missing_and_a_double_level_are_named()
    {
        var levels = OakHouse.OnCall.Levels;
        Assert.Equal(["onCall.levels"], Fields(OakHouse with { OnCall = new([.. levels.Take(2)]) }));
        Assert.Equal(["onCall.levels"], Fields(OakHouse with { OnCall = new([.. levels, levels[0]]) }));
    }

    [Fact]
    public void A_level_without_anybody_is_named() => Assert.Equal(["onCall.levels[1].people"], Fields(WithHomesManagers()));

    [Fact]
    public void Somebody_without_the_role_is_named_unless_a_deputy()
    {
        Assert.Equal(["onCall.levels[1].people[0].person"], Fields(WithHomesManagers(new OnCallPerson(Colleague.Id, false, []))));
        Assert.Empty(Fields(WithHomesManagers(new OnCallPerson(Senior.Id, true, []))));
    }

    [Fact]
    public void A_worker_is_no_deputy_of_a_head_but_may_be_one_of_the_senior() =>
        Assert.Equal(
            ["onCall.levels[1].people[0].person", "onCall.levels[2].people[0].person"],
            Fields(
                OakHouse with
                {
                    OnCall = new([.. OnCallList.LevelRoles.Select(role => new OnCallLevel(role, [new(Colleague.Id, true, [])]))]),
                }
            )
        );

    [Fact]
    public void A_parent_is_no_deputy() =>
        Assert.Equal(["onCall.levels[1].people[0].person"], Fields(WithHomesManagers(new OnCallPerson(Parent.Id, true, []))));

    [Fact]
    public void Somebody_whom_the_register_does_not_know_is_named() =>
        Assert.Equal(["onCall.levels[1].people[0].person"], Fields(WithHomesManagers(new OnCallPerson(new("ghost"), true, []))));

    [Fact]
    public void A_person_twice_in_a_level_is_named() =>
        Assert.Equal(
            ["onCall.levels[1].people"],
            Fields(WithHomesManagers(new(HomesManager.Id, false, []), new(HomesManager.Id, false, [])))
        );

    [Fact]
    public void An_absence_that_ends_before_it_begins_is_named() =>
        Assert.Equal(
            ["onCall.levels[1].people[0].absences"],
            Fields(WithHomesManagers(new OnCallPerson(HomesManager.Id, false, [new(Now, Now)])))
        );

    private static Home WithHomesManagers(params OnCallPerson[] people) =>
        OakHouse with
        {
            OnCall = new([.. OakHouse.OnCall.Levels.Select(l => l.Role == Role.HomesManager ? l with { People = [.. people] } : l)]),
        };

    private static IEnumerable<string?> Fields(Home home) => home.Check(Everybody).Select(finding => finding.Field);
}
