using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Sessions;
using static OneToOne.Domain.Tests.Arrangements.Agreed;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class OccasionTests
{
    private static readonly Dictionary<string, OccasionAsked> OutsideOf = new()
    {
        ["worker"] = Friday with { Worker = Requester.Id },
        ["purpose"] = Friday with { Purpose = Purpose.Travel },
        ["place.setting"] = OtherPlaceTests.Cafe with { Place = new("garden", Setting.Outdoors, false, Exposure.Supervised) },
        ["place.secluded"] = Friday with { Place = new("lounge", Secluded: true) },
        ["length"] = Friday with { Length = Minutes(91) },
        ["start: another day"] = Friday with { Start = Occasion.Start.AddDays(1) },
        ["start: too early"] = Friday with { Start = Occasion.Start.AddHours(-2) },
        ["start: it ends too late"] = Friday with { Start = Occasion.Start.AddHours(2).AddMinutes(1) },
        ["start: after the last day"] = Friday with { Start = Occasion.Start.AddDays(49) },
        ["changedSinceAgreed"] = Friday with { ChangedSinceAgreed = true },
    };

    public static TheoryData<string> Outside => [.. OutsideOf.Keys];

    private static Story.Result Ask(OccasionAsked asked) => InForce.Under().When(Worker, InForce.Under().Ask(asked));

    [Fact]
    public void Within_the_bounds_it_begins_approved_and_its_approvals_say_what_they_were_given_to()
    {
        var round = Planned.State!.ApprovalRound!;
        Assert.Equal([HomesManager.Id, Parent.Id], round.Approvals.Select(a => a.By.Person));
        Assert.All(round.Approvals, a => Assert.Equal(InForce.Digest, a.Digest));
        Assert.Equal(new AgreedRound(Agreed.Id, 1, InForce.Digest), round.Under);
        Assert.Equal(Digest.Of(Planned.State), round.Digest);
        Assert.NotEqual(InForce.Digest, round.Digest);
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public void What_lies_outside_is_refused_with_what_it_is_and_the_way_to_an_ordinary_request(string what)
    {
        var field = what.Split(':')[0];
        var finding = Assert.Single(Ask(OutsideOf[what]).Findings, f => f.Id == "agreement" && f.Field == field);
        Assert.Equal(DutyKind.Hard, finding.Kind);
        Assert.Contains("ordinary request", finding.Lift, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hours_are_those_of_the_home_also_in_summer()
    {
        var summer = Occasion.Start.AddDays(28).AddHours(-1); // Friday, 3 April, 17:00 in London
        Assert.Empty(Ask(Friday with { Start = summer.AddHours(-1) }).Findings);
        Assert.NotEmpty(Ask(Friday with { Start = summer.AddHours(-1).AddMinutes(-1) }).Findings);
    }

    [Fact]
    public void All_that_is_not_asked_is_as_agreed_and_cannot_be_sent_otherwise()
    {
        var plan = Friday.Under(InForce.State!);
        Assert.Equal(Weekly with { Standing = null, Under = Agreed.Id, Inform = plan.Inform }, plan);
        InForce
            .Under()
            .When(
                Worker,
                new ArrangementCommand.PlanOccasion(Story.Id, plan with { Need = "Something quite different from what was agreed" }, false)
            )
            .ThenRefused("agreement");
        InForce
            .Under()
            .When(Worker, new ArrangementCommand.PlanOccasion(Story.Id, plan with { Safeguards = [] }, false))
            .ThenRefused("agreement");
    }

    [Fact]
    public void Four_answers_are_asked_and_none_has_a_default() =>
        Assert.Equal(["place", "start", "inform", "changedSinceAgreed"], new OccasionAsked().Unanswered(Weekly).Select(f => f.Field));

    [Fact]
    public void Another_place_is_answered_for_anew_and_silence_is_refused()
    {
        string[] anew = ["place.secluded", "place.exposure", "presence", "safeguards"];
        Assert.Equal(anew, (Friday with { Place = new("café", Setting.PublicPlace) }).Unanswered(Weekly).Select(f => f.Field));
        Assert.Equal(anew, (Friday with { Place = new("attic") }).Unanswered(Weekly).Select(f => f.Field));
        Assert.Empty((Friday with { Place = new(" Lounge ") }).Unanswered(Weekly));
    }

    [Fact]
    public void It_is_judged_by_the_registers_like_any_other()
    {
        var under = InForce.Under();
        under.With(f => f.Barring(Worker)).When(Worker, under.Ask(Friday)).ThenRefused("who");
        under.With(f => f with { PairAssessment = null }).When(Worker, under.Ask(Friday)).ThenRefused("G-15");
        under.With(f => f.WithChildAssessment(v => v with { ReviewDue = under.Now })).When(Worker, under.Ask(Friday)).ThenRefused("G-16");
        under.When(Worker, under.Ask(Friday with { Inform = [] })).ThenRefused("G-20");
        under.When(Stranger, under.Ask(Friday)).ThenRefused("who");
    }

    [Fact]
    public void Who_approved_the_agreement_does_not_plan_under_it()
    {
        var under = InForce.Under();
        Assert.Equal("agreement", Assert.Single(under.When(HomesManager, under.Ask(Friday)).Findings).Id);
        under.When(Senior, under.Ask(Friday)).ThenIs<Phase.Approved>();
    }

    [Fact]
    public void Nothing_is_planned_under_one_that_is_not_in_force()
    {
        foreach (var agreement in new[] { Asked, InForce.When(Requester, new ArrangementCommand.Withdraw("no longer")).ThenAccepted() })
            agreement.Under().When(Worker, agreement.Under().Ask(Friday)).ThenRefused("agreement");
        InForce.Under().With(f => f with { Agreement = null }).When(Worker, InForce.Under().Ask(Friday)).ThenRefused("agreement");
    }

    [Fact]
    public void An_ordinary_request_names_no_agreement() =>
        InForce.Under().When(Worker, new ArrangementCommand.Request(Story.Id, Friday.Under(InForce.State!))).ThenRefused("agreement");

    [Fact]
    public void It_starts_and_ends_like_any_other()
    {
        var told = Planned.When(Colleague, new ArrangementCommand.AcknowledgeNotice(Planned.Digest)).ThenHappens("PersonTold");
        Planned.At(Occasion.Start).When(Worker, Story.AllConfirmed).ThenRefused("G-20");
        var started = told.At(Occasion.Start).When(Worker, Story.AllConfirmed).ThenIs<Phase.Active>();
        var session = Assert.IsType<Phase.Active>(started.State!.Phase).Session;
        Assert.Equal(Agreed.Id, Assert.IsType<SessionBasis.Approved>(session.Basis).Round.Under!.Agreement);
    }

    [Fact]
    public void An_agreement_that_is_no_longer_in_force_voids_it_before_the_start_and_blocks_it_after()
    {
        var gone = InForce.When(Requester, new ArrangementCommand.Withdraw("no longer")).ThenAccepted();
        Planned.WithAgreement(gone).WhenTheClockLooks().ThenHappens("ApprovalsVoided", "ApprovalAsked").Is<Phase.AwaitingApproval>();
        var late = Planned.At(Occasion.Start).WithAgreement(gone);
        late.When(Worker, Story.AllConfirmed).ThenRefused("agreement");
        late.WhenTheClockLooks().ThenHappens("Suspended");
    }

    [Fact]
    public void An_approver_who_no_longer_agrees_ends_it_before_the_start_and_blocks_it_after()
    {
        var refused = InForce.When(Parent, new ArrangementCommand.Refuse(InForce.Digest, "No longer")).ThenAccepted();
        Planned.WithAgreement(refused).WhenTheClockLooks().ThenHappens("EndedByReview");
        var late = Planned.At(Occasion.Start).WithAgreement(refused);
        late.When(Worker, Story.AllConfirmed).ThenRefused("agreement");
        late.WhenTheClockLooks().ThenHappens("Suspended");
    }

    [Fact]
    public void A_few_minutes_that_lead_out_of_the_bounds_are_an_ordinary_request()
    {
        var near = Ask(Friday with { Start = Occasion.Start.AddMinutes(-50) }).ThenIs<Phase.Approved>();
        var plan = near.State!.Plan;
        near.When(Worker, new ArrangementCommand.Change(plan with { Start = plan.Start.AddMinutes(20) })).ThenHappens("PlanChanged");
        near.When(Worker, new ArrangementCommand.Change(plan with { Start = plan.Start.AddMinutes(-20) }))
            .ThenHappens("PlanChanged", "ApprovalAsked");
    }

    [Fact]
    public void A_new_round_of_the_agreement_voids_it_too()
    {
        var changed = InForce
            .When(Requester, new ArrangementCommand.Change(Weekly with { Standing = Terms with { Longest = Minutes(100) } }))
            .ThenAccepted();
        var again = changed.ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.InForce>();
        Planned.WithAgreement(again).WhenTheClockLooks().ThenHappens("ApprovalsVoided", "ApprovalAsked");
    }

    [Fact]
    public void Approvals_of_its_own_need_the_agreement_no_more()
    {
        var gone = InForce.When(Requester, new ArrangementCommand.Withdraw("no longer")).ThenAccepted();
        var own = Planned.WithAgreement(gone).WhenTheClockLooks().ThenAccepted().ApprovedBy(Senior).ApprovedBy(Parent);
        Assert.Null(own.Is<Phase.Approved>().State!.ApprovalRound!.Under);
        own.WhenTheClockLooks().ThenNothing();
    }

    [Fact]
    public void A_suspended_agreement_suspends_it_and_one_back_in_force_revives_it()
    {
        var suspended = InForce.Given(new ArrangementEvent.Suspended("a review is due"));
        var waits = Planned.WithAgreement(suspended).WhenTheClockLooks().ThenHappens("Suspended");
        waits.WhenTheClockLooks().ThenNothing();
        waits.WithAgreement(InForce).WhenTheClockLooks().ThenHappens("Revived").Is<Phase.Approved>();
    }

    [Fact]
    public void An_agreement_that_goes_in_the_middle_of_it_lets_it_go_on_and_bars_extending()
    {
        var gone = InForce.When(Requester, new ArrangementCommand.Withdraw("no longer")).ThenAccepted();
        Planned
            .When(Colleague, new ArrangementCommand.AcknowledgeNotice(Planned.Digest))
            .ThenAccepted()
            .At(Occasion.Start)
            .When(Worker, Story.AllConfirmed)
            .ThenAccepted()
            .WithAgreement(gone)
            .WhenTheClockLooks()
            .ThenHappens("BasisLapsedInSession")
            .Is<Phase.Active>();
    }

    [Fact]
    public void A_change_within_the_bounds_stays_approved_and_must_be_told_anew()
    {
        var plan = Planned.State!.Plan;
        var moved = Planned.When(Worker, new ArrangementCommand.Change(plan with { Start = plan.Start.AddHours(1) }));
        var after = moved.ThenHappens("PlanChanged", "CoveredByAgreement").Is<Phase.Approved>();
        Assert.Equal(2, after.State!.Round);
        Assert.NotEqual(Planned.Digest, after.Digest);
    }

    [Fact]
    public void A_change_that_leaves_the_bounds_is_an_ordinary_request()
    {
        var plan = Planned.State!.Plan;
        var moved = Planned.When(Worker, new ArrangementCommand.Change(plan with { Start = plan.Start.AddDays(1) }));
        var after = moved.ThenHappens("PlanChanged", "ApprovalAsked").Is<Phase.AwaitingApproval>();
        Assert.Null(after.State!.ApprovalRound!.Under);
        Planned.When(Worker, new ArrangementCommand.Change(plan with { Under = null })).ThenRefused("agreement");
    }

    [Fact]
    public void A_decision_that_was_made_for_the_agreement_holds_for_its_occasions()
    {
        var bedroom = Weekly with
        {
            Place = Weekly.Place with { DoorCondition = "wide open" },
            Standing = Terms with { Settings = [Setting.SharedRoom, Setting.Bedroom] },
        };
        var decided = Begin
            .When(Requester, new ArrangementCommand.Request(Agreed.Id, bedroom))
            .ThenIs<Phase.AwaitingOverride>()
            .When(HomesManager, new ArrangementCommand.DecideOverride("L-18", true, "In the bedroom", "She shows her work there"))
            .ThenAccepted()
            .ApprovedBy(ServiceManager)
            .ApprovedBy(Parent)
            .Is<Phase.InForce>();
        var asked = OtherPlaceTests.Cafe with { Place = new("her room", Setting.Bedroom, false, Exposure.Supervised) };
        var occasion = decided.Under().When(Worker, decided.Under().Ask(asked)).ThenIs<Phase.Approved>();
        Assert.Equal("wide open", occasion.State!.Plan.Place.DoorCondition);
        Assert.Equal("L-18", Assert.Single(occasion.State.Overrides).FindingId);
    }
}
