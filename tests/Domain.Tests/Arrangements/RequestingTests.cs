using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class RequestingTests
{
    private static ArrangementCommand.Change Changed(Plan plan) => new(plan);

    [Fact]
    public void A_request_asks_for_two_approvals_and_counts_the_first_mail_to_each_parent()
    {
        var asked = Begin.When(Requester, new ArrangementCommand.Request(Id, Lounge));
        asked.ThenHappens("Requested", "ApprovalAsked");
        var round = asked.The<ArrangementEvent.ApprovalAsked>().Round;
        Assert.Equal((1, Quorum.Dual, Start), (round.Number, round.Quorum, round.Deadline));
        Assert.Equal([Parent.Id, SecondParent.Id], round.Attempts.Select(a => a.Person));
        Assert.Equal<PersonId>([Requester.Id, Worker.Id], round.Excluded);
    }

    [Fact]
    public void The_policy_and_the_assessments_of_the_day_are_kept()
    {
        Assert.Equal(2, Asked.State!.PolicyVersion);
        Assert.Equal(Registers.Now.AddDays(60), Asked.State.Basis.ValidUntil);
        Assert.Equal(
            ["child.c1 1", "worker.wendy 1", "pair.c1~wendy 1"],
            Asked.State.Basis.Versions.Select(v => $"{v.Assessment} {v.ContentVersion}")
        );
    }

    [Fact]
    public void Nobody_from_outside_the_home_can_ask()
    {
        foreach (var person in new[] { Stranger, Parent, SocialWorker, Staff("hal", Role.Worker) with { Homes = [new("elm")] } })
            Begin.When(person, new ArrangementCommand.Request(Id, Lounge)).ThenRefused("who");
    }

    [Fact]
    public void Who_has_left_can_not_ask() =>
        Begin.When(Requester with { LeftOn = new DateOnly(2026, 3, 2) }, new ArrangementCommand.Request(Id, Lounge)).ThenRefused("who");

    [Fact]
    public void Who_is_barred_for_the_child_can_not_ask() =>
        Begin.With(f => f.Barring(Requester)).When(Requester, new ArrangementCommand.Request(Id, Lounge)).ThenRefused("who");

    [Fact]
    public void Asking_twice_is_no_error() => Asked.When(Requester, new ArrangementCommand.Request(Id, Lounge)).ThenNothing();

    [Fact]
    public void What_was_never_asked_for_can_not_be_decided()
    {
        Begin.When(HomesManager, new ArrangementCommand.Approve("x", true)).ThenRefused("arrangement");
        Begin.When(Requester, new ArrangementCommand.Withdraw("no longer needed")).ThenRefused("arrangement");
    }

    [Fact]
    public void A_policy_may_lower_the_quorum_of_an_ordinary_purpose()
    {
        var round = Begin
            .With(f => f with { Policy = f.Policy with { OrdinaryQuorum = Quorum.Any } })
            .When(Requester, new ArrangementCommand.Request(Id, Lounge))
            .ThenAccepted()
            .State!.ApprovalRound!;
        Assert.Equal(Quorum.Any, round.Quorum);
    }

    [Fact]
    public void A_plan_longer_than_the_policy_allows_always_needs_both_approvals()
    {
        var round = Begin
            .With(f => f with { Policy = f.Policy with { OrdinaryQuorum = Quorum.Any } })
            .When(Requester, new ArrangementCommand.Request(Id, Lounge with { Length = Minutes(121) }))
            .ThenAccepted()
            .State!.ApprovalRound!;
        Assert.Equal(Quorum.Dual, round.Quorum);
    }

    [Fact]
    public void A_change_that_makes_nothing_weaker_leaves_the_approvals_standing()
    {
        var shorter = Lounge with { Length = Minutes(30) };
        var changed = Approved
            .When(Requester, Changed(shorter))
            .Then(new ArrangementEvent.PlanChanged(Requester.Id, shorter, [], null, []))
            .Is<Phase.Approved>();
        Assert.Equal(Approved.Digest, changed.Digest);
        Assert.Equal(Lounge, changed.State!.JudgedPlan);
        Assert.True(changed.State.Revision > Approved.State!.Revision);
    }

    [Fact]
    public void A_start_that_moves_a_little_takes_the_deadline_with_it() =>
        Assert.Equal(
            Start.AddMinutes(30),
            Asked.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(30) })).ThenAccepted().State!.ApprovalRound!.Deadline
        );

    [Fact]
    public void Small_moves_add_up_to_a_material_one()
    {
        var once = Approved.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(20) })).ThenIs<Phase.Approved>();
        var twice = once.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(40) }));
        twice.ThenHappens("PlanChanged", "ApprovalAsked").Is<Phase.AwaitingApproval>();
        Assert.Equal<string>(["start"], twice.The<ArrangementEvent.PlanChanged>().MaterialFields);
    }

    [Fact]
    public void A_material_change_voids_the_approvals_and_opens_a_new_round()
    {
        var change = Approved.When(Requester, Changed(Lounge with { Purpose = Purpose.Homework }));
        var after = change.ThenHappens("PlanChanged", "ApprovalAsked").Is<Phase.AwaitingApproval>();
        Assert.Equal<PersonId>([HomesManager.Id, Parent.Id], change.The<ArrangementEvent.PlanChanged>().ApprovedBefore);
        Assert.Equal(2, after.State!.ApprovalRound!.Number);
        Assert.Empty(after.State.ApprovalRound.Approvals);
        after.When(Parent, new ArrangementCommand.Approve(Approved.Digest, true)).ThenRefused("digest");
    }

    [Fact]
    public void A_plan_that_is_changed_there_and_back_is_a_new_round_all_the_same()
    {
        var back = Noticed
            .When(Requester, Changed(Lounge with { Purpose = Purpose.Homework }))
            .ThenAccepted()
            .When(Requester, Changed(Lounge))
            .ThenIs<Phase.AwaitingApproval>();
        Assert.Equal(3, back.State!.Round);
        Assert.NotEqual(Approved.Digest, back.Digest);
        Assert.DoesNotContain(back.State.Told, t => t.Digest == back.Digest);
    }

    [Fact]
    public void Changing_nothing_is_no_error() => Approved.When(Requester, Changed(Lounge)).ThenNothing();

    [Fact]
    public void Only_the_requester_and_the_managers_can_change_it()
    {
        var shorter = Changed(Lounge with { Length = Minutes(30) });
        foreach (var person in new[] { Colleague, Worker, Parent, SocialWorker, Stranger })
            Approved.When(person, shorter).ThenRefused("who");
        foreach (var person in new[] { Requester, Senior, HomesManager, ServiceManager })
            Approved.When(person, shorter).ThenAccepted();
    }

    [Fact]
    public void A_manager_whose_plan_it_has_become_can_not_approve_it()
    {
        var replanned = Asked.When(HomesManager, Changed(Lounge with { Purpose = Purpose.Homework })).ThenIs<Phase.AwaitingApproval>();
        replanned.When(HomesManager, new ArrangementCommand.Approve(replanned.Digest, true)).ThenRefused("who");
        replanned.ApprovedBy(Senior).ApprovedBy(Parent).Is<Phase.Approved>();
    }

    [Fact]
    public void Nor_can_they_after_somebody_else_has_changed_it_again()
    {
        var again = Asked
            .When(HomesManager, Changed(Lounge with { Purpose = Purpose.Homework }))
            .ThenAccepted()
            .When(Requester, Changed(Lounge))
            .ThenIs<Phase.AwaitingApproval>();
        again.When(HomesManager, new ArrangementCommand.Approve(again.Digest, true)).ThenRefused("who");
    }

    [Fact]
    public void Who_knows_when_it_was_to_be_hears_when_it_is_now()
    {
        var moved = Noticed.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(10) }));
        Assert.Equal<Message>(
            [new(MessageKind.SessionLink, Worker.Id), new(MessageKind.Notice, Colleague.Id)],
            Correspondence.For(Noticed.State, moved.Events[0], moved.ThenAccepted().State!, Noticed.Facts, Noticed.Now)
        );
    }

    [Fact]
    public void A_plan_can_not_change_once_the_session_has_begun()
    {
        foreach (var story in new[] { Started, Finished, Closed })
            story.When(Requester, Changed(Lounge with { Length = Minutes(30) })).ThenRefused("phase");
    }

    [Fact]
    public void After_the_planned_start_nothing_moves_the_start_window()
    {
        var late = Noticed.At(Start.AddMinutes(5));
        late.When(Requester, Changed(Lounge with { Start = Start.AddDays(1) })).ThenRefused("notStarted");
        late.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(10) })).ThenRefused("notStarted");
        Noticed.When(Requester, Changed(Lounge with { Start = Start.AddMinutes(10) })).ThenIs<Phase.Approved>();
    }

    [Fact]
    public void Once_a_colleague_is_asked_whether_it_took_place_nothing_changes_any_more() =>
        Noticed
            .At(Start.AddMinutes(30))
            .WhenTheClockLooks()
            .ThenAccepted()
            .When(Requester, Changed(Lounge with { Length = Minutes(30) }))
            .ThenRefused("notStarted");

    [Fact]
    public void A_new_round_forgets_who_was_tried_before()
    {
        var changed = Asked.After(Minutes(60)).When(Requester, Changed(Lounge with { Purpose = Purpose.Homework })).ThenAccepted();
        Assert.All(changed.State!.ApprovalRound!.Attempts, (ContactAttempt a) => Assert.Equal(changed.Now, a.At));
    }

    [Fact]
    public void A_talk_that_the_child_asks_for_starts_at_once_and_owes_a_review()
    {
        var started = Unplanned.State!;
        Assert.Equal(Registers.Now + TimeSpan.FromHours(72), started.OwedReview!.DueAt);
        Assert.Equal(Registers.Now + Minutes(30), ((Phase.Active)started.Phase).Session.ExpectedEnd);
    }

    [Fact]
    public void An_unplanned_start_is_the_workers_own_and_tells_a_colleague_of_the_home()
    {
        var plan = Lounge with { Purpose = Purpose.Talk, Start = Registers.Now, Length = Minutes(30) };
        Begin.When(Colleague, new ArrangementCommand.StartUnplanned(Id, plan, Senior.Id)).ThenRefused("who");
        foreach (var told in new[] { Worker, Stranger, Parent })
            Begin.When(Worker, new ArrangementCommand.StartUnplanned(Id, plan, told.Id)).ThenRefused("G-20");
        Begin
            .With(f => f.Barring(Colleague))
            .When(Worker, new ArrangementCommand.StartUnplanned(Id, plan, Colleague.Id))
            .ThenRefused("L-21");
    }

    [Fact]
    public void A_worker_who_has_left_can_not_start_unplanned()
    {
        var gone = Worker with { LeftOn = new DateOnly(2026, 3, 1) };
        var plan = Lounge with { Purpose = Purpose.Talk, Start = Registers.Now, Length = Minutes(30) };
        Begin
            .With(f => f with { Worker = gone })
            .When(gone, new ArrangementCommand.StartUnplanned(Id, plan, Colleague.Id))
            .ThenRefused("who");
    }
}
