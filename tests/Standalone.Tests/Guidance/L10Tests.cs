using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L10Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly AllegationsOfAbuse.Yes Alleged = new(new(2026, 1, 12), "She said at school that a relative had hit her");

    [Fact]
    public async Task It_is_answered_and_silence_is_no_answer()
    {
        var key = await house.NewChildAsync();

        var silent = await house.TryAgreeAsync(key, With(s => s with { AllegationsOfAbuse = null }));
        silent.IsRefused(HttpStatusCode.UnprocessableEntity, "L-10");
        Assert.Equal("content.child.allegationsOfAbuse", Assert.Single(silent.Fields));
        (await house.TryAgreeAsync(key, With(s => s with { AllegationsOfAbuse = Alleged with { Words = "" } }))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-10"
        );

        (await house.TryAgreeAsync(key, With(s => s with { AllegationsOfAbuse = new AllegationsOfAbuse.No() }))).IsDone();
        Assert.IsType<AllegationsOfAbuse.No>((await house.HomesManager.ReadAsync(key)).InForce!.Content.Child!.AllegationsOfAbuse);
    }

    [Fact]
    public async Task A_yes_is_dated_and_brings_the_review_forward_to_28_days_at_the_latest()
    {
        var key = await house.NewChildAsync();
        var alleged = With(s => s with { AllegationsOfAbuse = Alleged });

        (await house.TryAgreeAsync(key, alleged, new(Outcome.Permit, ReviewDue: house.Now.AddDays(29)))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-16"
        );
        (await house.TryAgreeAsync(key, alleged)).IsDone();

        var version = (await house.HomesManager.ReadAsync(key)).InForce!;
        Assert.Equal(Alleged, version.Content.Child!.AllegationsOfAbuse);
        Assert.Equal(TimeSpan.FromDays(28), version.ReviewDue - version.AgreedAt);
        Assert.IsType<HistoryOfMakingAllegations.No>(version.Content.Child.HistoryOfMakingAllegations);
    }
}
