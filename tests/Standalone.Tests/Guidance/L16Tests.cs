using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-16: what the child's age, gender and history mean is considered before each occasion.</summary>
public sealed class L16Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_16_each_of_the_three_is_answered_and_nobody_can_do_without()
    {
        var sound = house.Keywork.Considerations;
        Considerations[] unsound = [sound with { Age = "" }, sound with { Gender = " " }, sound with { CaseHistory = "" }];

        foreach (var considerations in unsound)
        foreach (var asks in new[] { house.Colleague, house.HomesManager, house.ServiceManager })
            Assert.Equal<IEnumerable<string?>>(
                ["considerations"],
                (await asks.PostAsync("/api/arrangements", house.Keywork with { Considerations = considerations }))
                    .IsRefused(HttpStatusCode.UnprocessableEntity, "L-16")
                    .Fields
            );
    }

    [Fact]
    public async Task L_16_each_arrangement_has_answers_of_its_own()
    {
        var night = new Considerations("She is thirteen and it is late", "She prefers a woman", "Nights have been hard since the move");

        var (one, other) = (await house.RequestedAsync(), await house.RequestedAsync(plan => plan with { Considerations = night }));

        Assert.Equal(house.Keywork.Considerations, (await house.Parent.SeeAsync(one)).Plan.Considerations);
        Assert.Equal(night, (await house.Parent.SeeAsync(other)).Plan.Considerations);
    }
}
