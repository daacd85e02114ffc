using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Homes;

public sealed class EmpowersTests
{
    private static readonly Home WithDeputy = OakHouse with
    {
        OnCall = new([
            new(Role.HomesManager, [new(HomesManager.Id, false, []), new(Colleague.Id, true, [new(Now.AddHours(1), Now.AddHours(2))])]),
        ]),
    };

    [Fact]
    public void A_role_held_in_this_home_is_power_here_and_nowhere_else()
    {
        Assert.True(OakHouse.Empowers(HomesManager, Role.HomesManager, Now));
        Assert.False(OakHouse.Empowers(HomesManager, Role.ServiceManager, Now));
        Assert.False((OakHouse with { Id = new("elm") }).Empowers(HomesManager, Role.HomesManager, Now));
    }

    [Fact]
    public void A_deputy_has_the_role_s_power_while_not_away()
    {
        Assert.True(WithDeputy.Empowers(Colleague, Role.HomesManager, Now));
        Assert.False(WithDeputy.Empowers(Colleague, Role.HomesManager, Now.AddHours(1)));
        Assert.False(WithDeputy.Empowers(Colleague, Role.ServiceManager, Now));
    }

    [Fact]
    public void Being_on_call_without_the_role_and_without_being_a_deputy_is_no_power() =>
        Assert.False(WithDeputy.Empowers(HomesManager with { Roles = [Role.Worker] }, Role.HomesManager, Now));

    [Fact]
    public void Somebody_who_has_left_has_no_power_neither_by_role_nor_as_a_deputy()
    {
        var today = OakHouse.DayOf(Now);
        Assert.False(WithDeputy.Empowers(HomesManager with { LeftOn = today }, Role.HomesManager, Now));
        Assert.False(WithDeputy.Empowers(Colleague with { LeftOn = today }, Role.HomesManager, Now));
        Assert.True(WithDeputy.Empowers(Colleague with { LeftOn = today.AddDays(1) }, Role.HomesManager, Now));
    }
}
