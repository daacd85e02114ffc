using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class ApprovingTests
{
    private static readonly ArrangementCommand Approve = new ArrangementCommand.Approve(Asked.Digest, true);

    private static ArrangementCommand.RecordApproval OnBehalfOf(Person approver, string note = "Rang back on the known number") =>
        new(Asked.Digest, approver.Id, Means.Phone, note, true);

    private static ArrangementCommand.Refuse Refuse(string reason = "Not this week") => new(Asked.Digest, reason);

    [Theory]
    [InlineData("sam", "pat", Capacity.SeniorManager)]
    [InlineData("harriet", "petra", Capacity.HomesManager)]
    [InlineData("sunil", "pat", Capacity.ServiceManager)]
    public void G_04_one_manager_and_one_parent_approve_in_either_order(string manager, string parent, Capacity capacity)
    {
        var (m, p) = (Occasion.People.Single(x => x.Id.Value == manager), Occasion.People.Single(x => x.Id.Value == parent));
        Asked.When(m, Approve).ThenHappens("ApprovalGiven").When(p, Approve).ThenHappens("ApprovalGiven", "Approved").Is<Phase.Approved>();
        Asked.When(p, Approve).ThenHappens("ApprovalGiven").When(m, Approve).ThenHappens("ApprovalGiven", "Approved");
        Assert.Equal(capacity, Asked.When(m, Approve).The<ArrangementEvent.ApprovalGiven>().Approval.By.Capacity);
    }

    [Fact]
    public void One_colleague_writes_down_at_most_one_approval()
    {
        var half = Asked.When(Colleague, OnBehalfOf(Parent)).ThenAccepted();
        half.When(Colleague, OnBehalfOf(Parent)).ThenNothing();
        half.When(Colleague, OnBehalfOf(HomesManager)).ThenRefused("who");
        half.When(Senior, OnBehalfOf(HomesManager)).ThenIs<Phase.Approved>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void L_02_who_does_not_find_the_reason_clear_can_refuse_but_not_approve(bool? clear)
    {
        Asked.When(Parent, new ArrangementCommand.Approve(Asked.Digest, clear)).ThenRefused("L-02");
        Asked.When(Colleague, OnBehalfOf(Parent) with { ReasonClear = clear }).ThenRefused("L-02");
        Asked.When(Parent, Refuse("Is it about school or about home?")).ThenIs<Phase.Refused>();
    }

    [Fact]
    public void Whoever_is_said_to_have_approved_hears_that_it_was_written_down()
    {
        var recorded = Asked.When(Colleague, OnBehalfOf(Parent));
        var own = Asked.When(Parent, Approve);

        Assert.Equal(
            new Message(MessageKind.ApprovalRecorded, Parent.Id),
            Assert.Single(Correspondence.For(Asked.State, recorded.Events[0], recorded.ThenAccepted().State!, Asked.Facts, Asked.Now))
        );
        Assert.Empty(Correspondence.For(Asked.State, own.Events[0], own.ThenAccepted().State!, Asked.Facts, Asked.Now));
    }

    [Fact]
    public void An_approval_keeps_who_when_as_what_and_what_they_were_shown() =>
        Asked
            .When(Parent, Approve)
            .Then(new ArrangementEvent.ApprovalGiven(new(new(Parent.Id, Capacity.ParentOrCarer), Asked.Now, Asked.Digest, null, true)));

    [Fact]
    public void Where_policy_asks_for_one_either_is_enough()
    {
        var any = Begin
            .With(f => f with { Policy = f.Policy with { OrdinaryQuorum = Quorum.Any } })
            .When(Requester, new ArrangementCommand.Request(Id, Lounge))
            .ThenAccepted();
        any.ApprovedBy(Parent).Is<Phase.Approved>();
        any.ApprovedBy(Senior).Is<Phase.Approved>();
    }

    [Fact]
    public void Two_of_the_same_side_are_not_both_sides()
    {
        Asked.ApprovedBy(Senior).When(HomesManager, Approve).ThenRefused("seat");
        Asked.ApprovedBy(Parent).When(SecondParent, Approve).ThenRefused("seat");
    }

    [Fact]
    public void The_wrong_people_can_neither_approve_nor_refuse()
    {
        foreach (var person in new[] { Requester, Worker, Colleague, Stranger, SocialWorker })
        {
            Asked.When(person, Approve).ThenRefused("who");
            Asked.When(person, Refuse()).ThenRefused("who");
        }
    }

    [Fact]
    public void G_04_the_requester_and_the_worker_never_approve_even_as_managers_or_parents()
    {
        foreach (var own in new[] { HomesManager, Parent })
        {
            var theirs = Begin
                .When(own with { Roles = [.. own.Roles, Role.Worker], Homes = [Oak] }, new ArrangementCommand.Request(Id, Lounge))
                .ThenAccepted();
            theirs.When(own, new ArrangementCommand.Approve(theirs.Digest, true)).ThenRefused("who");
            theirs.When(Colleague, OnBehalfOf(own) with { Digest = theirs.Digest }).ThenRefused("who");
        }
        var working = Begin
            .With(f => f with { Worker = Senior with { Roles = [Role.SeniorManager, Role.Worker] } })
            .When(Requester, new ArrangementCommand.Request(Id, Lounge with { Worker = Senior.Id }))
            .ThenAccepted();
        working.When(Senior, new ArrangementCommand.Approve(working.Digest, true)).ThenRefused("who");
    }

    [Fact]
    public void A_manager_of_another_home_or_who_has_left_does_not_approve()
    {
        Asked.When(Staff("m", Role.HomesManager) with { Homes = [new("elm")] }, Approve).ThenRefused("who");
        Asked.When(HomesManager with { LeftOn = new DateOnly(2026, 3, 1) }, Approve).ThenRefused("who");
    }

    [Fact]
    public void The_homes_own_staff_never_answer_as_family()
    {
        var employed = SecondParent with { Roles = [Role.ParentOrCarer, Role.Worker] };
        Asked.When(employed, Approve).ThenRefused("who");
    }

    [Fact]
    public void A_deputy_on_call_approves_with_the_roles_power()
    {
        var deputised = Asked.With(f =>
            f with
            {
                Home = f.Home with
                {
                    OnCall = new([new(Role.SeniorManager, [new(Colleague.Id, true, [])]), .. f.Home.OnCall.Levels.Skip(1)]),
                },
            }
        );
        Assert.Equal(Capacity.SeniorManager, deputised.When(Colleague, Approve).The<ArrangementEvent.ApprovalGiven>().Approval.By.Capacity);
    }

    [Fact]
    public void What_was_changed_after_it_was_shown_is_not_approved_or_refused()
    {
        Asked.When(Parent, new ArrangementCommand.Approve("stale", true)).ThenRefused("digest");
        Asked.When(Parent, new ArrangementCommand.Refuse("stale", "no")).ThenRefused("digest");
    }

    [Fact]
    public void A_second_click_is_no_error()
    {
        Asked.ApprovedBy(Parent).When(Parent, Approve).ThenNothing();
        Approved.When(Parent, Approve).ThenNothing();
    }

    [Fact]
    public void A_barred_person_neither_approves_nor_refuses_nor_is_recorded()
    {
        var barred = Asked.With(f => f.Barring(Parent, HomesManager));
        barred.When(Parent, Approve).ThenRefused("who");
        barred.When(Parent, Refuse()).ThenRefused("who");
        barred.When(HomesManager, Approve).ThenRefused("who");
        barred.When(Senior, OnBehalfOf(Parent)).ThenRefused("who");
        barred.When(HomesManager, OnBehalfOf(SecondParent)).ThenRefused("who");
    }

    [Fact]
    public void An_approval_can_be_written_down_for_somebody_and_is_marked_so() =>
        Asked
            .When(Colleague, OnBehalfOf(Parent))
            .Then(
                new ArrangementEvent.ApprovalGiven(
                    new(
                        new(Parent.Id, Capacity.ParentOrCarer),
                        Asked.Now,
                        Asked.Digest,
                        new(Colleague.Id, Means.Phone, "Rang back on the known number"),
                        true
                    )
                )
            );

    [Fact]
    public void It_is_not_written_down_by_the_requester_the_worker_an_outsider_or_the_approver_themselves()
    {
        foreach (var person in new[] { Requester, Worker, Stranger, SocialWorker, SecondParent })
            Asked.When(person, OnBehalfOf(Parent)).ThenRefused("who");
        Asked.When(HomesManager, OnBehalfOf(HomesManager)).ThenRefused("who");
    }

    [Fact]
    public void Nobody_fills_one_seat_and_writes_down_the_other()
    {
        Asked.ApprovedBy(HomesManager).When(HomesManager, OnBehalfOf(Parent)).ThenRefused("who");
        Asked.When(HomesManager, OnBehalfOf(Parent)).ThenAccepted().When(HomesManager, Approve).ThenRefused("who");
        Asked.When(HomesManager, OnBehalfOf(Parent)).ThenAccepted().When(Colleague, OnBehalfOf(HomesManager)).ThenRefused("who");
    }

    [Fact]
    public void What_was_said_is_written_down_and_the_approver_is_known()
    {
        foreach (var nothing in new[] { " ", "y", "yes yes yes" })
            Asked.When(Colleague, OnBehalfOf(Parent, nothing)).ThenRefused("note");
        Asked
            .When(Colleague, new ArrangementCommand.RecordApproval(Asked.Digest, new("nobody"), Means.Phone, "x", true))
            .ThenRefused("approver");
        Asked.When(Colleague, OnBehalfOf(Stranger)).ThenRefused("who");
    }

    [Fact]
    public void An_approval_is_refused_while_an_assessment_is_not_in_date()
    {
        Asked.With(f => f.WithChildAssessment(v => v with { ReviewDue = Asked.Now })).When(Parent, Approve).ThenRefused("G-16");
        Asked.With(f => f with { WorkerAssessment = null }).When(Parent, Approve).ThenRefused("G-16");
        Asked.With(f => f with { PairAssessment = null }).When(Parent, Approve).ThenRefused("G-16");
        Asked.With(f => f with { Worker = f.Worker with { LoneWorkingIntegral = true } }).When(Parent, Approve).ThenRefused("G-16");
    }

    [Fact]
    public void One_refusal_with_its_reason_ends_it()
    {
        Asked.When(Parent, Refuse()).Then(new ArrangementEvent.Refused(Parent.Id, "Not this week")).Is<Phase.Refused>();
        Approved.When(Senior, Refuse()).ThenIs<Phase.Refused>();
        Asked.When(Parent, Refuse(" ")).ThenRefused("reason");
    }

    [Fact]
    public void Who_never_gave_what_was_written_down_for_them_says_who_wrote_it()
    {
        var denied = Refuse() with { NeverApproved = true };
        var written = Asked.When(Colleague, OnBehalfOf(Parent)).ThenAccepted();

        written.When(Parent, denied).Then(new ArrangementEvent.Refused(Parent.Id, "Not this week", Colleague.Id));
        written.When(Parent, Refuse()).Then(new ArrangementEvent.Refused(Parent.Id, "Not this week"));
        written.When(HomesManager, denied).Then(new ArrangementEvent.Refused(HomesManager.Id, "Not this week"));
    }

    [Fact]
    public void Refusing_twice_is_no_error_and_nothing_follows_a_refusal()
    {
        var refused = Asked.When(Parent, Refuse()).ThenAccepted();
        refused.When(Parent, Refuse()).ThenNothing();
        refused.When(SecondParent, Refuse()).ThenRefused("phase");
        refused.When(HomesManager, Approve).ThenRefused("phase");
    }

    [Fact]
    public void Nothing_is_approved_or_refused_once_the_session_has_begun()
    {
        Started.When(SecondParent, Approve).ThenRefused("phase");
        Started.When(SecondParent, Refuse()).ThenRefused("phase");
        OverridesAsked.When(Parent, Approve).ThenRefused("phase");
        Approved.When(Senior, Approve).ThenRefused("phase");
    }

    [Fact]
    public void A_refusal_after_the_planned_start_asks_whether_the_child_is_with_the_worker()
    {
        var refused = Noticed.At(Start.AddMinutes(5)).When(Parent, Refuse()).ThenHappens("Refused", "EscalationRaised");
        Assert.False(refused.State!.IsFinal);
        Assert.Equal([Senior.Id], refused.State.Escalations[0].Told.ToArray());
    }

    [Fact]
    public void The_adult_whom_an_independent_worker_nominated_stands_in_for_the_managers()
    {
        var independent = Worker with { Engagement = new Engagement.Independent(Stranger.Id) };
        var asked = Begin
            .With(f => f with { Worker = independent })
            .When(Requester, new ArrangementCommand.Request(Id, Lounge))
            .ThenAccepted();
        asked.When(HomesManager, new ArrangementCommand.Approve(asked.Digest, true)).ThenRefused("who");
        asked.ApprovedBy(Stranger).ApprovedBy(Parent).Is<Phase.Approved>();
    }
}
