using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L13Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly Factors Asked = new(
        new Factor.Known("She fasts in Ramadan"),
        new Factor.NoneKnown(),
        new Factor.DeclinedToSay()
    );

    public static TheoryData<string, Factors> Lacking =>
        new()
        {
            { "cultural", Asked with { Cultural = null } },
            { "religious", Asked with { Religious = null } },
            { "racial", Asked with { Racial = new Factor.Known(" ") } },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Each_of_the_three_is_answered_or_nobody_agrees_it(string field, Factors lacking)
    {
        var key = await house.NewChildAsync();

        var refused = await house.TryAgreeAsync(key, With(s => s with { Factors = lacking }));

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-13");
        Assert.Equal("content.child.factors." + field, Assert.Single(refused.Fields));
    }

    [Fact]
    public async Task That_nothing_is_known_and_that_they_would_rather_not_say_are_answers()
    {
        var key = await house.NewChildAsync();

        (await house.TryAgreeAsync(key, With(s => s with { Factors = Asked }))).IsDone();

        Assert.Equal(Asked, (await house.HomesManager.ReadAsync(key)).InForce!.Content.Child!.Factors);
        Assert.DoesNotContain("Ramadan", (await house.Inspector.GetAsync(key.Address())).IsDone().Text, StringComparison.Ordinal);
    }
}
