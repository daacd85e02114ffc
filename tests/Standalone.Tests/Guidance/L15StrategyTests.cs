using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-15: the strategy as a part of the assessment.</summary>
public sealed class L15StrategyTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly Strategy Narrow = new(
        [Purpose.Keywork],
        [Setting.SharedRoom],
        TimeSpan.FromMinutes(60),
        "Short, in the lounge, and never late in the evening"
    );

    public static TheoryData<Strategy?> Lacking =>
        new()
        {
            null,
            Narrow with
            {
                Purposes = [],
            },
            Narrow with
            {
                Settings = [],
            },
            Narrow with
            {
                Longest = TimeSpan.Zero,
            },
            Narrow with
            {
                Longest = TimeSpan.FromHours(25),
            },
            Narrow with
            {
                Words = "",
            },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task An_assessment_that_does_not_lead_to_one_is_not_agreed(Strategy? lacking)
    {
        var key = await house.NewChildAsync();

        var refused = await house.TryAgreeAsync(key, With(s => s with { Strategy = lacking }));

        Assert.Equal("content.child.strategy", Assert.Single(refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-15").Fields));
    }

    [Fact]
    public async Task It_is_of_the_version_it_was_agreed_with_and_the_worker_reads_it()
    {
        var key = AssessmentKey.ForChild(Cleo.Id);
        await using var own = await OakHouse.OpenAsync(house.Now);

        (await own.TryAgreeAsync(key, With(s => s with { Strategy = Narrow }))).IsDone();

        var seen = await own.Worker.ReadAsync(key);
        Assert.Equal(Narrow, seen.InForce!.Content.Child!.Strategy);
        Assert.Equal(AssessedChild.Child!.Strategy, Assert.Single(seen.Earlier).Content.Child!.Strategy);
    }
}
