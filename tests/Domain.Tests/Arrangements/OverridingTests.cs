using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class OverridingTests
{
    private static ArrangementCommand.DecideOverride Allow(string finding, CarePlanGrounds? grounds = null) =>
        new(finding, true, "Not in a shared room", "Her riding starts there", grounds);

    private static readonly ArrangementCommand Riding = Allow("L-23", Grounds);

    private static readonly Story OneLeft = OverridesAsked.When(HomesManager, Riding).ThenHappens("OverrideDecided");

    [Fact]
    public void Each_finding_is_decided_by_itself_and_approval_is_asked_for_after_the_last()
    {
        var asked = OneLeft.When(ServiceManager, Allow("G-19"));
        asked.ThenHappens("OverrideDecided", "ApprovalAsked").Is<Phase.AwaitingApproval>();
        Assert.Equal(["L-23", "G-19"], asked.ThenAccepted().State!.Overrides.Select(o => o.FindingId));
    }

    [Fact]
    public void Who_decided_is_part_of_what_approvers_approve()
    {
        var byHomes = OneLeft.When(HomesManager, Allow("G-19")).ThenAccepted();
        var byService = OneLeft.When(ServiceManager, Allow("G-19")).ThenAccepted();
        Assert.NotEqual(byHomes.Digest, byService.Digest);
    }

    [Fact]
    public void After_an_override_the_other_approval_can_not_be_waived()
    {
        var round = OneLeft
            .With(f => f with { Policy = f.Policy with { OrdinaryQuorum = Quorum.Any } })
            .When(HomesManager, Allow("G-19"))
            .ThenAccepted()
            .State!.ApprovalRound!;
        Assert.Equal(Quorum.Dual, round.Quorum);
    }

    [Fact]
    public void The_decider_may_also_be_the_approving_manager() =>
        OneLeft.When(HomesManager, Allow("G-19")).ThenAccepted().ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.Approved>();

    [Fact]
    public void One_decision_against_it_refuses_the_whole() =>
        OverridesAsked
            .When(HomesManager, new ArrangementCommand.DecideOverride("G-19", false, "It is in a bedroom", "The lounge is free"))
            .ThenHappens("OverrideDecided", "Refused")
            .Is<Phase.Refused>();

    [Fact]
    public void Only_a_homes_or_service_manager_decides()
    {
        foreach (var person in new[] { Senior, Requester, Worker, Colleague, Parent, SocialWorker, Stranger })
            OverridesAsked.When(person, Riding).ThenRefused("L-06");
    }

    [Fact]
    public void A_manager_who_asked_for_it_or_is_the_worker_does_not_decide()
    {
        var theirs = OverridesAsked with { State = OverridesAsked.State! with { RequestedBy = HomesManager.Id } };
        theirs.When(HomesManager, Riding).ThenRefused("L-06");
        var working = OverridesAsked with { State = OverridesAsked.State! with { Plan = WorkersHome with { Worker = HomesManager.Id } } };
        working.When(HomesManager, Riding).ThenRefused("L-06");
        var replanned = OverridesAsked with { State = OverridesAsked.State! with { Replanners = [HomesManager.Id] } };
        replanned.When(HomesManager, Riding).ThenRefused("L-06");
    }

    [Fact]
    public void A_manager_barred_for_the_child_does_not_decide() =>
        OverridesAsked.With(f => f.Barring(HomesManager)).When(HomesManager, Riding).ThenRefused("who");

    [Fact]
    public void A_decision_says_what_is_departed_from_and_why()
    {
        var full = Allow("G-19");
        OverridesAsked.When(HomesManager, full with { Details = "." }).ThenRefused("L-07");
        OverridesAsked.When(HomesManager, full with { Reasons = "." }).ThenRefused("L-07");
    }

    [Fact]
    public void The_workers_home_is_allowed_only_in_line_with_the_current_care_plan()
    {
        foreach (
            var grounds in new[]
            {
                null,
                Grounds with
                {
                    CarePlanVersion = Grounds.CarePlanVersion - 1,
                },
                Grounds with
                {
                    CarePlanReference = "CP-9",
                },
                Grounds with
                {
                    HowInLine = ".",
                },
                Grounds with
                {
                    Circumstances = ".",
                },
            }
        )
            OverridesAsked.When(HomesManager, Allow("L-23", grounds)).ThenRefused("L-24");
    }

    [Fact]
    public void Refusing_the_workers_home_needs_no_care_plan() =>
        OverridesAsked
            .When(HomesManager, new ArrangementCommand.DecideOverride("L-23", false, "At the worker's house", "There is no need for it"))
            .ThenIs<Phase.Refused>();

    [Fact]
    public void Grounds_that_no_duty_asks_for_are_not_kept() =>
        Assert.Null(OneLeft.When(HomesManager, Allow("G-19", Grounds)).The<ArrangementEvent.OverrideDecided>().Decision.CarePlan);

    [Fact]
    public void A_finding_that_waits_for_nothing_can_not_be_decided() =>
        OverridesAsked.When(HomesManager, Allow("L-18")).ThenRefused("finding");

    [Fact]
    public void Deciding_twice_is_no_error()
    {
        OneLeft.When(HomesManager, Riding).ThenNothing();
        OneLeft.When(HomesManager, Allow("G-19")).ThenAccepted().When(HomesManager, Allow("G-19")).ThenNothing();
    }

    [Fact]
    public void Nothing_is_decided_once_approval_is_asked_for() => Asked.When(HomesManager, Allow("G-19")).ThenRefused("phase");

    [Fact]
    public void The_deciders_are_reminded_half_way_and_it_expires_at_the_planned_start()
    {
        Assert.Equal(Registers.Now.AddDays(2), OverridesAsked.WakeAt);
        OverridesAsked.WhenItWakes().ThenHappens("OverrideReminded").WhenItWakes().ThenHappens("Expired").Is<Phase.Expired>();
    }

    [Fact]
    public void It_can_be_taken_back_changed_or_declined_while_it_waits()
    {
        OverridesAsked.When(Requester, new ArrangementCommand.Withdraw("not needed")).ThenIs<Phase.Withdrawn>();
        OverridesAsked.When(Worker, new ArrangementCommand.DeclineByWorker("not comfortable")).ThenIs<Phase.AwaitingExplanation>();
        OverridesAsked
            .When(Requester, new ArrangementCommand.Change(Lounge))
            .ThenHappens("PlanChanged", "ApprovalAsked")
            .Is<Phase.AwaitingApproval>();
    }

    [Fact]
    public void A_material_change_forgets_the_decisions() =>
        Assert.Empty(OneLeft.When(Requester, new ArrangementCommand.Change(Lounge)).ThenAccepted().State!.Overrides);

    [Fact]
    public void A_newer_care_plan_voids_what_was_allowed_in_line_with_the_older()
    {
        var approved = OneLeft.When(HomesManager, Allow("G-19")).ThenAccepted().ApprovedBy(Senior).ApprovedBy(Parent);
        var changed = approved.With(f => f with { Child = f.Child with { CarePlan = new("CP-1", 4) } }).WhenTheClockLooks();
        var voided = changed.The<ArrangementEvent.ApprovalsVoided>();
        Assert.Equal(["the care plan changed"], voided.Because.ToArray());
        Assert.Empty(changed.ThenAccepted().State!.Overrides);
    }

    [Fact]
    public void What_somebody_allowed_who_is_barred_since_no_longer_counts()
    {
        var asked = OneLeft.When(ServiceManager, Allow("G-19")).ThenAccepted();
        var after = asked.With(f => f.Barring(ServiceManager)).WhenTheClockLooks().ThenAccepted();
        Assert.Empty(after.State!.Overrides);
        Assert.Equal(2, after.State.Round);
    }
}
