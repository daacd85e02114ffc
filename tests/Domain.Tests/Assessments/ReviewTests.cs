using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class ReviewTests
{
    private static readonly AssessmentCommand.Review Continue = new(
        HomesManager.Id,
        Role.HomesManager,
        ReviewResult.Continue,
        "looked at it with her"
    );

    private static readonly Given Agreed = Given.APair.Proposed().Agreed();

    [Fact]
    public void Continue_keeps_the_content_version_and_moves_the_review()
    {
        var given = Agreed.Later(TimeSpan.FromDays(80)).Reviewed(ReviewResult.Continue);
        Assert.Equal(1, given.Sure.InForce?.ContentVersion);
        Assert.Equal(Now.AddDays(170), given.Sure.InForce?.ReviewDue);
        Assert.Equal(ReviewResult.Continue, Assert.Single(given.Sure.Reviews).Result);
    }

    [Fact]
    public void Continue_revives_what_had_lapsed()
    {
        var given = Agreed.Later(TimeSpan.FromDays(100));
        Assert.False(given.Sure.Permits(given.At));
        Assert.True(given.Reviewed(ReviewResult.Continue).Sure.Permits(given.At));
    }

    [Fact]
    public void Change_stops_it_at_once_until_a_new_content_is_agreed()
    {
        var given = Agreed.Reviewed(ReviewResult.Change);
        Assert.False(given.Sure.Permits(Now));
        Assert.Equal(["G-16"], given.Refusal(Continue));
        var renewed = given.Proposed(Given.Content with { Precautions = "Only with the phone switched on and a colleague near" }).Agreed();
        Assert.True(renewed.Sure.Permits(Now));
        Assert.Equal(2, renewed.Sure.InForce?.ContentVersion);
    }

    [Fact]
    public void End_stops_it_for_good_and_only_a_new_content_can_follow()
    {
        var given = Agreed.Reviewed(ReviewResult.End);
        Assert.False(given.Sure.Permits(Now));
        Assert.True(given.Sure.InForce?.Ended);
        Assert.Equal(["assessment"], given.Refusal(Continue));
        Assert.True(given.Proposed().Agreed().Sure.Permits(Now));
    }

    [Fact]
    public void What_is_not_in_force_cannot_be_reviewed()
    {
        Assert.Equal(["assessment"], Given.APair.Refusal(Continue));
        Assert.Equal(["assessment"], Given.APair.Proposed().Refusal(Continue));
    }

    [Fact]
    public void G_14_the_worker_it_is_about_does_not_review()
    {
        var manager = Worker with { Roles = [Role.Worker, Role.HomesManager] };
        Assert.Equal(["G-14"], Agreed.With(manager).Refusal(Continue with { By = Worker.Id }));
    }

    [Fact]
    public void G_16_the_next_review_is_within_the_interval_also_after_an_urgent_one()
    {
        var urgent = Given.AChild.Proposed(Given.ChildContent with { Urgent = true }).Agreed();
        Assert.Equal(Now.AddDays(90), urgent.When<AssessmentEvent.Reviewed>(Continue).Review.NextDue);
        Assert.Equal(["G-16"], urgent.Refusal(Continue with { NextReview = Now.AddDays(91) }));
        Assert.Equal(["G-16"], urgent.Refusal(Continue with { NextReview = Now }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_review_says_why(string notes) => Assert.Equal(["G-16"], Agreed.Refusal(Continue with { Notes = notes }));

    [Theory]
    [InlineData(ReviewResult.Continue)]
    [InlineData(ReviewResult.Change)]
    [InlineData(ReviewResult.End)]
    public void Asking_twice_is_no_error(ReviewResult result)
    {
        var given = Agreed.Later(TimeSpan.FromDays(1)).Reviewed(result).Later(TimeSpan.FromMinutes(1));
        Assert.Empty(given.When(Continue with { Result = result }));
    }

    [Fact]
    public void The_same_words_after_a_reminder_are_a_new_review()
    {
        var given = Agreed.Reviewed(ReviewResult.Continue).Later(TimeSpan.FromDays(77)).Advanced();
        Assert.Single(given.When(Continue));
    }
}
