using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class AgreeTests
{
    private static readonly AssessmentCommand.Agree Agree = new(HomesManager.Id, Role.HomesManager, Outcome.Permit);

    [Fact]
    public void Given_a_content_when_a_manager_agrees_then_it_counts_until_its_review_is_due()
    {
        var given = Given.APair.Proposed();
        var version = given.When<AssessmentEvent.Agreed>(Agree).Version;
        Assert.Equal(
            new(1, Given.Content, Outcome.Permit, null, HomesManager.Id, Role.HomesManager, Now, Now.AddDays(90), WrittenBy: Colleague.Id),
            version
        );
        var agreed = given.Agreed().Sure;
        Assert.True(agreed.Permits(Now.AddDays(90).AddTicks(-1)));
        Assert.False(agreed.Permits(Now.AddDays(90)));
        Assert.Null(agreed.Proposed);
    }

    [Fact]
    public void G_14_the_worker_alone_never_agrees()
    {
        var manager = Worker with { Roles = [Role.Worker, Role.HomesManager] };
        Assert.Equal(["G-14"], Given.APair.With(manager).Proposed().Refusal(Agree with { By = Worker.Id }));
    }

    [Fact]
    public void G_14_only_a_manager_of_this_home_agrees_and_in_a_role_that_they_hold()
    {
        var given = Given.APair.Proposed();
        Assert.Equal(["G-14"], given.Refusal(Agree with { By = Colleague.Id }));
        Assert.Equal(["G-14"], given.Refusal(Agree with { By = Colleague.Id, As = Role.Worker }));
        Assert.Equal(["G-14"], given.Refusal(Agree with { As = Role.ServiceManager }));
        Assert.Equal(["G-14"], given.Refusal(Agree with { As = null }));
        Assert.Equal(["G-14"], given.With(HomesManager with { Homes = [new("elm")] }).Refusal(Agree));
        Assert.Equal(["G-14"], given.With(HomesManager with { LeftOn = OakHouse.DayOf(Now) }).Refusal(Agree));
    }

    [Fact]
    public void A_manager_who_wrote_it_may_agree_it()
    {
        var written = Given.AChild.When<AssessmentEvent.Proposed>(new AssessmentCommand.Propose(HomesManager.Id, Given.ChildContent));
        var given = Given.AChild with { State = AssessmentState.Evolve(null, written) };
        Assert.Equal(HomesManager.Id, given.When<AssessmentEvent.Agreed>(Agree).Version.AgreedBy);
    }

    [Fact]
    public void G_06_the_nominated_adult_agrees_for_an_independent_worker_and_no_manager_does()
    {
        var given = Given.AWorker.With(Worker with { Engagement = new Engagement.Independent(Parent.Id) }).Proposed();
        Assert.Equal(["G-06"], given.Refusal(Agree));
        var version = given.When<AssessmentEvent.Agreed>(Agree with { By = Parent.Id, As = Role.SeniorManager }).Version;
        Assert.Null(version.AgreedAs);
        Assert.Equal(Parent.Id, version.AgreedBy);
    }

    [Theory]
    [InlineData("", "She once said that an adult had shouted", "A colleague rings at half time", "content.riskToChild", "G-09")]
    [InlineData("She may run from a crowd", "n/a", "A colleague rings at half time", "content.riskToWorker", "G-10")]
    [InlineData(
        "She may run from a crowd",
        "She once said that an adult had shouted",
        "as usual, as usual, as usual",
        "content.precautions",
        null
    )]
    [InlineData(
        "xxxxxxxxxxxxxxxxxxxxxxxx",
        "She once said that an adult had shouted",
        "A colleague rings at half time",
        "content.riskToChild",
        "G-09"
    )]
    public void G_11_both_risks_and_the_precautions_say_something(
        string child,
        string worker,
        string precautions,
        string field,
        string? asked
    )
    {
        var findings = Given.APair.Proposed(new(child, worker, precautions)).Findings(Agree);
        Assert.Equal([.. asked is null ? Array.Empty<string>() : [asked], "G-11"], findings.Select(f => f.Id));
        Assert.All(findings, f => Assert.Equal(field, f.Field));
    }

    [Fact]
    public void G_11_a_pair_may_have_nothing_particular()
    {
        var given = Given.APair.Proposed(new("", "", "") { NothingParticularFound = true });
        Assert.Equal(Outcome.Permit, given.When<AssessmentEvent.Agreed>(Agree).Version.Outcome);
        Assert.Equal(["G-14"], given.Refusal(Agree with { By = Worker.Id }));
    }

    [Fact]
    public void G_15_an_agency_worker_s_part_names_the_agency_and_its_briefing()
    {
        var given = Given.AWorker.With(Worker with { Engagement = new Engagement.Agency("Care Staff Ltd", "house rules") });
        Assert.Equal(["G-15"], given.Proposed().Refusal(Agree));
        var inducted = Given.Content with { Induction = new("Care Staff Ltd", "shown round and told the house rules") };
        Assert.NotNull(given.Proposed(inducted).When<AssessmentEvent.Agreed>(Agree));
    }

    [Fact]
    public void G_16_the_review_is_within_the_policy_s_interval()
    {
        var given = Given.APair.Proposed();
        Assert.Equal(Now.AddDays(90), given.When<AssessmentEvent.Agreed>(Agree with { ReviewDue = Now.AddDays(90) }).Version.ReviewDue);
        Assert.Equal(["G-16"], given.Refusal(Agree with { ReviewDue = Now.AddDays(90).AddTicks(1) }));
        Assert.Equal(["G-16"], given.Refusal(Agree with { ReviewDue = Now }));
    }

    [Fact]
    public void G_16_what_is_urgent_is_reviewed_within_72_hours_and_what_is_delicate_within_28_days()
    {
        var urgent = Given.AChild.Proposed(Given.ChildContent with { Urgent = true, ShortReview = true });
        Assert.Equal(Now.AddHours(72), urgent.When<AssessmentEvent.Agreed>(Agree).Version.ReviewDue);
        Assert.Equal(["G-16"], urgent.Refusal(Agree with { ReviewDue = Now.AddHours(73) }));
        var delicate = Given.AChild.Proposed(Given.ChildContent with { ShortReview = true });
        Assert.Equal(Now.AddDays(28), delicate.When<AssessmentEvent.Agreed>(Agree).Version.ReviewDue);
    }

    [Fact]
    public void L_17_conditions_are_said_exactly_if_there_are_some()
    {
        var given = Given.APair.Proposed();
        Assert.Equal(["L-17"], given.Refusal(Agree with { Outcome = Outcome.PermitWithConditions }));
        Assert.Equal(["L-17"], given.Refusal(Agree with { Conditions = "never after dark" }));
        Assert.Equal(["L-17"], given.Refusal(Agree with { Outcome = (Outcome)9 }));
        var conditions = Agree with { Outcome = Outcome.PermitWithConditions, Conditions = "never after dark" };
        Assert.Equal("never after dark", given.When<AssessmentEvent.Agreed>(conditions).Version.Conditions);
    }

    [Fact]
    public void L_17_what_is_not_permitted_blocks()
    {
        var given = Given.APair.Proposed().Agreed(Outcome.NotPermit);
        Assert.False(given.Sure.Permits(Now));
    }

    [Fact]
    public void L_17_what_was_agreed_before_is_never_deleted()
    {
        var given = Given.APair.Proposed().Agreed(Outcome.NotPermit).Proposed().Agreed();
        Assert.Equal(2, given.Sure.InForce?.ContentVersion);
        Assert.Equal(Outcome.NotPermit, Assert.Single(given.Sure.Earlier).Outcome);
    }

    [Fact]
    public void A_deputy_agrees_with_the_role_s_power_and_is_recorded_as_one()
    {
        var given = Given.APair.Proposed() with { OnCall = Deputy };
        Assert.True(given.When<AssessmentEvent.Agreed>(Agree with { By = Colleague.Id }).Version.AsDeputy);
        Assert.False(given.When<AssessmentEvent.Agreed>(Agree).Version.AsDeputy);
    }

    [Fact]
    public void Somebody_who_is_barred_for_the_child_has_no_say()
    {
        var barred = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] };
        Assert.Equal(["who"], (Given.APair.Proposed() with { Child = barred }).Refusal(Agree));
        Assert.Equal(
            ["who"],
            (Given.AChild with { Child = barred }).Refusal(new AssessmentCommand.Propose(HomesManager.Id, Given.Content))
        );
    }

    [Fact]
    public void Agreeing_twice_is_no_error()
    {
        var given = Given.APair.Proposed().Agreed();
        Assert.Empty(given.Later(TimeSpan.FromMinutes(1)).When(Agree));
        Assert.Empty(given.When(Agree with { ReviewDue = Now.AddDays(90) }));
    }

    [Fact]
    public void What_was_agreed_with_one_outcome_is_not_agreed_again_with_another()
    {
        var given = Given.APair.Proposed().Agreed();
        Assert.Equal(["assessment"], given.Refusal(Agree with { Outcome = Outcome.NotPermit }));
        Assert.Equal(["assessment"], Given.APair.Refusal(Agree));
    }

    private static Domain.Homes.OnCallList Deputy =>
        new([
            .. OakHouse.OnCall.Levels.Select(level =>
                level.Role == Role.HomesManager ? level with { People = [new(Colleague.Id, true, [])] } : level
            ),
        ]);
}
