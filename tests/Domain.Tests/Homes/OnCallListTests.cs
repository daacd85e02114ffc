using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Homes;

public sealed class OnCallListTests
{
    private static readonly Absence Away = new(Now.AddHours(-1), Now.AddHours(1));

    [Fact]
    public void Present_holders_come_in_the_order_of_the_list()
    {
        var list = Level(new(Senior.Id, false, []), new(HomesManager.Id, false, []));
        Assert.Equal([Senior.Id, HomesManager.Id], list.Present(Role.SeniorManager, Now).Select(p => p.Person));
    }

    [Fact]
    public void Somebody_who_is_away_is_not_asked_and_the_deputy_is()
    {
        var list = Level(new(Senior.Id, false, [Away]), new(Colleague.Id, true, []));
        var present = Assert.Single(list.Present(Role.SeniorManager, Now));
        Assert.Equal(Colleague.Id, present.Person);
        Assert.True(present.Deputy);
    }

    [Theory]
    [InlineData(-1.001, true)]
    [InlineData(-1, false)]
    [InlineData(0.999, false)]
    [InlineData(1, true)]
    public void An_absence_begins_with_its_first_moment_and_ends_with_the_return(double hours, bool present)
    {
        var list = Level(new OnCallPerson(Senior.Id, false, [Away]));
        Assert.Equal(present, !list.Present(Role.SeniorManager, Now.AddHours(hours)).IsEmpty);
    }

    [Fact]
    public void A_level_where_everybody_is_away_is_unstaffed() =>
        Assert.Equal(
            [Role.SeniorManager, Role.HomesManager, Role.ServiceManager],
            Level(new OnCallPerson(Senior.Id, false, [Away])).Unstaffed(Now).ToArray()
        );

    [Fact]
    public void A_whole_list_has_no_unstaffed_level() => Assert.Empty(OakHouse.OnCall.Unstaffed(Now));

    private static OnCallList Level(params OnCallPerson[] people) => new([new(Role.SeniorManager, [.. people])]);
}
