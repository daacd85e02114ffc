using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-12: how the flag comes and goes.</summary>
public sealed class L12FlagTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly AssessmentContent Uneasy = With(s =>
        s with
        {
            NotComfortableAlone = new NotComfortableAlone.Yes(new(2026, 2, 10), "She freezes when a door closes behind her"),
        }
    );

    [Fact]
    public async Task It_is_answered_and_silence_is_no_answer()
    {
        var key = await house.NewChildAsync();

        var silent = await house.TryAgreeAsync(key, With(s => s with { NotComfortableAlone = null }));

        silent.IsRefused(HttpStatusCode.UnprocessableEntity, "L-12");
        Assert.Equal("content.child.notComfortableAlone", Assert.Single(silent.Fields));
    }

    [Fact]
    public async Task Once_set_it_stays_until_it_is_lifted_with_a_reason_and_the_child_was_heard()
    {
        var key = await house.NewChildAsync();
        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();
        (await house.TryAgreeAsync(key, Uneasy)).IsDone();
        var set = (await house.HomesManager.ReadAsync(key)).InForce!;
        Assert.Equal(TimeSpan.FromDays(28), set.ReviewDue - set.AgreedAt);

        foreach (var manager in new[] { house.Senior, house.HomesManager, house.ServiceManager })
            (await house.TryAgreeAsync(key, AssessedChild, by: manager)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-12");
        foreach (var lift in new[] { new NotComfortableAlone.Lifted("", "She said so"), new("She sleeps with the door shut now", " ") })
            (await house.TryAgreeAsync(key, With(s => s with { NotComfortableAlone = lift }))).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "L-12"
            );
        Assert.IsType<NotComfortableAlone.Yes>((await house.HomesManager.ReadAsync(key)).InForce!.Content.Child!.NotComfortableAlone);

        var lifted = new NotComfortableAlone.Lifted("She sleeps with the door shut now", "She drew it for her key worker");
        (await house.TryAgreeAsync(key, With(s => s with { NotComfortableAlone = lifted }))).IsDone();

        Assert.Equal(lifted, (await house.HomesManager.ReadAsync(key)).InForce!.Content.Child!.NotComfortableAlone);
    }

    [Fact]
    public async Task No_time_ends_it_and_no_review_does()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var key = AssessmentKey.ForChild(Cleo.Id);
        (await own.TryAgreeAsync(key, Uneasy)).IsDone();
        await own.Server.PassAsync(TimeSpan.FromDays(200));
        (await own.HomesManager.PostAsync(key.Address() + "/reviews", new ReviewMade(ReviewResult.Continue, "It still holds"))).IsDone();
        await own.Server.PassAsync(TimeSpan.FromDays(5));
        (await own.HomesManager.PostAsync(key.Address() + "/reviews", new ReviewMade(ReviewResult.End, "She moves out"))).IsDone();

        Assert.IsType<NotComfortableAlone.Yes>((await own.Worker.ReadAsync(key)).InForce!.Content.Child!.NotComfortableAlone);
        (await own.TryAgreeAsync(key, AssessedChild)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-12");
    }
}
