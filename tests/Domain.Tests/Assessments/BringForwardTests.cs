using OneToOne.Domain.Assessments;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class BringForwardTests
{
    private static readonly Given Agreed = Given.APair.Proposed().Agreed();

    private static AssessmentCommand.BringForward Sooner(DateTimeOffset since, int days = 7) =>
        new(Worker.Id, new("a1"), since, since.AddDays(days));

    private static Given After(Given given, AssessmentCommand command) =>
        given with
        {
            State = given.When(command).Aggregate(given.Sure, AssessmentState.Evolve),
        };

    [Fact]
    public void G_24_the_review_is_due_sooner_and_what_was_agreed_stays()
    {
        var sooner = After(Agreed, Sooner(Now.AddDays(3)));

        Assert.Equal(Now.AddDays(10), sooner.Sure.InForce?.ReviewDue);
        Assert.Equal(1, sooner.Sure.InForce?.ContentVersion);
    }

    [Fact]
    public void G_24_it_is_never_later_than_it_was_and_twice_is_the_same_as_once()
    {
        Assert.Empty(Agreed.When(Sooner(Now.AddDays(85))));
        var sooner = After(Agreed, Sooner(Now.AddDays(3)));
        Assert.Empty(sooner.When(Sooner(Now.AddDays(3))));
        Assert.Empty(sooner.When(Sooner(Now.AddDays(4))));
    }

    [Fact]
    public void G_24_who_has_reviewed_or_agreed_it_since_has_known_of_it()
    {
        var reviewed = Agreed.Later(TimeSpan.FromDays(4)).Reviewed(ReviewResult.Continue);
        Assert.Empty(reviewed.When(Sooner(Now.AddDays(3))));
        Assert.Single(reviewed.When(Sooner(Now.AddDays(5))));
        Assert.Empty(
            Agreed
                .Later(TimeSpan.FromDays(4))
                .Proposed(Given.Content with { Precautions = "Somebody else rings at half time" })
                .Agreed()
                .When(Sooner(Now.AddDays(3)))
        );
    }

    [Fact]
    public void G_24_where_nothing_is_in_force_there_is_nothing_to_review_sooner()
    {
        Assert.Empty(Given.APair.When(Sooner(Now)));
        Assert.Empty(Given.APair.Proposed().When(Sooner(Now)));
        Assert.Empty(Agreed.Reviewed(ReviewResult.End).When(Sooner(Now.AddDays(1))));
    }
}
