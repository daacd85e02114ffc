using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Escalations;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class RegisterChangesTests
{
    private static Facts DueAt(Facts facts, DateTimeOffset due) => facts.WithChildAssessment(v => v with { ReviewDue = due });

    private static Facts NewContent(Facts facts) => facts.WithChildAssessment(v => v with { ContentVersion = 2 });

    private static Facts NotPermitted(Facts facts) =>
        facts.WithChildAssessment(v => v with { ContentVersion = 2, Outcome = Outcome.NotPermit });

    private static Facts WorkerLeft(Facts facts) =>
        facts with
        {
            Worker = facts.Worker with { LeftOn = DateOnly.FromDateTime(Registers.Now.Date) },
        };

    /// <summary>Approved while the child's assessment is due for review a day from now.</summary>
    private static readonly Story Lapsing = Noticed.With(f => DueAt(f, Registers.Now.AddDays(1))).WhenTheClockLooks().ThenAccepted();

    private static readonly Story Suspended = Lapsing.WhenItWakes().ThenHappens("Suspended").Is<Phase.Suspended>();

    [Fact]
    public void A_review_date_that_passes_suspends_an_approved_arrangement_by_itself()
    {
        Assert.Equal(Registers.Now.AddDays(1), Lapsing.WakeAt);
        Assert.Equal(Noticed.Digest, Suspended.Digest);
    }

    [Fact]
    public void A_review_that_continues_revives_the_approvals()
    {
        var revived = Suspended
            .With(f => DueAt(f, Registers.Now.AddDays(90)))
            .WhenTheClockLooks()
            .ThenHappens("Revived")
            .Is<Phase.Approved>();
        Assert.Equal(2, revived.State!.ApprovalRound!.Approvals.Length);
        Assert.Equal(Registers.Now.AddDays(60), revived.State.Basis.ValidUntil);
    }

    [Fact]
    public void A_review_that_continues_before_the_date_only_moves_it() =>
        Lapsing.With(f => DueAt(f, Registers.Now.AddDays(90))).WhenTheClockLooks().ThenHappens("BasisRenewed").Is<Phase.Approved>();

    [Fact]
    public void A_review_that_asks_for_a_change_suspends_at_once_and_the_new_content_is_a_new_round()
    {
        var stopped = Noticed.With(f => DueAt(f, Noticed.Now)).WhenTheClockLooks().ThenIs<Phase.Suspended>();
        var again = stopped.With(f => DueAt(NewContent(f), Registers.Now.AddDays(90))).WhenTheClockLooks();
        var voided = again.The<ArrangementEvent.ApprovalsVoided>();
        Assert.Equal(["the assessment child.c1 changed"], voided.Because.ToArray());
        Assert.Equal([HomesManager.Id, Parent.Id], voided.ApprovedBefore.ToArray());
        var reapproved = again.ThenIs<Phase.AwaitingApproval>().ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.Approved>();
        Assert.Equal(2, reapproved.State!.Round);
    }

    [Fact]
    public void New_content_voids_a_single_approval_too()
    {
        var half = Asked.ApprovedBy(Parent);
        var after = half.With(NewContent).WhenTheClockLooks().ThenHappens("ApprovalsVoided", "ApprovalAsked");
        Assert.Empty(after.State!.ApprovalRound!.Approvals);
        after.When(Parent, new ArrangementCommand.Approve(half.Digest, true)).ThenRefused("digest");
    }

    [Fact]
    public void New_content_asks_again_for_the_decisions_too() =>
        OverridesAsked.With(NewContent).WhenTheClockLooks().ThenHappens("ApprovalsVoided", "OverridesAsked");

    [Theory]
    [InlineData("not permit")]
    [InlineData("end")]
    [InlineData("worker left")]
    [InlineData("worker barred")]
    public void What_is_ended_or_not_permitted_ends_it_before_the_planned_start(string change)
    {
        foreach (var story in new[] { OverridesAsked, Asked, Noticed, Suspended })
            story.With(f => Forbidding(change, f)).WhenTheClockLooks().ThenHappens("EndedByReview").Is<Phase.EndedByReview>();
    }

    [Theory]
    [InlineData("not permit")]
    [InlineData("end")]
    [InlineData("worker left")]
    [InlineData("worker barred")]
    public void After_the_planned_start_it_blocks_the_start_and_somebody_looks(string change)
    {
        var blocked = Noticed
            .At(Start.AddMinutes(5))
            .With(f => Forbidding(change, f))
            .WhenTheClockLooks()
            .ThenHappens("Suspended")
            .Is<Phase.Suspended>();
        blocked.WhenItWakes().ThenHappens("WorkerAskedToStart").WhenItWakes().ThenHappens("EscalationRaised").Is<Phase.Suspended>();
    }

    [Fact]
    public void After_the_planned_start_new_content_blocks_the_start_instead_of_a_new_round()
    {
        var blocked = Noticed.At(Start).With(NewContent).WhenTheClockLooks().ThenIs<Phase.Suspended>();
        blocked.WhenTheClockLooks().ThenNothing();
        blocked.When(Worker, AllConfirmed).ThenRefused("G-16");
    }

    [Fact]
    public void While_it_is_suspended_the_start_window_runs_on_to_its_question()
    {
        var asked = Suspended.At(Start.AddMinutes(10)).WhenTheClockLooks().ThenHappens("WorkerAskedToStart");
        asked.WhenItWakes().ThenHappens("EscalationRaised");
    }

    [Fact]
    public void A_review_after_the_question_was_asked_revives_nothing()
    {
        var asked = Suspended.At(Start.AddMinutes(30)).WhenTheClockLooks().ThenAccepted();
        asked.With(f => DueAt(f, Start.AddDays(90))).WhenTheClockLooks().ThenHappens("BasisRenewed").Is<Phase.Suspended>();
    }

    [Fact]
    public void A_suspended_arrangement_can_still_be_refused_withdrawn_declined_or_changed()
    {
        Suspended.When(Parent, new ArrangementCommand.Refuse(Suspended.Digest, "no")).ThenIs<Phase.Refused>();
        Suspended.When(Requester, new ArrangementCommand.Withdraw("no")).ThenIs<Phase.Withdrawn>();
        Suspended.When(Worker, new ArrangementCommand.DeclineByWorker("I am not the right person")).ThenIs<Phase.AwaitingExplanation>();
        Suspended.When(Requester, new ArrangementCommand.Change(Lounge with { Purpose = Purpose.Homework })).ThenRefused("G-16");
    }

    [Fact]
    public void While_approval_is_asked_for_a_lapse_only_blocks_approving()
    {
        var lapsed = Asked.With(f => DueAt(f, Asked.Now)).WhenTheClockLooks().ThenHappens("BasisRenewed").Is<Phase.AwaitingApproval>();
        lapsed.When(Parent, new ArrangementCommand.Approve(lapsed.Digest, true)).ThenRefused("G-16");
        lapsed.With(f => DueAt(f, Asked.Now.AddDays(90))).WhenTheClockLooks().ThenAccepted().ApprovedBy(Parent);
    }

    [Fact]
    public void An_approver_who_is_barred_no_longer_counts_and_the_rest_stands()
    {
        var barred = Noticed.With(f => f.Barring(Parent)).WhenTheClockLooks();
        Assert.True(barred.The<ArrangementEvent.ApprovalsVoided>().OverridesStand);
        barred.ThenIs<Phase.AwaitingApproval>().ApprovedBy(SecondParent).ApprovedBy(HomesManager).Is<Phase.Approved>();
    }

    [Fact]
    public void Barring_an_approver_after_the_planned_start_blocks_the_start_until_it_is_lifted()
    {
        var blocked = Noticed.At(Start).With(f => f.Barring(HomesManager)).WhenTheClockLooks().ThenIs<Phase.Suspended>();
        blocked.With(_ => Noticed.Facts).WhenTheClockLooks().ThenHappens("Revived").Is<Phase.Approved>();
    }

    [Fact]
    public void A_parent_who_loses_responsibility_no_longer_counts() =>
        Noticed
            .With(f => f with { Child = f.Child with { Responsible = [f.Child.Responsible[1]] } })
            .WhenTheClockLooks()
            .ThenHappens("ApprovalsVoided", "ApprovalAsked");

    [Fact]
    public void A_session_under_way_is_never_suspended_but_is_not_extended_any_more()
    {
        foreach (var change in new[] { "not permit", "end", "worker left", "worker barred" })
        {
            var barred = Started
                .With(f => Forbidding(change, f))
                .WhenTheClockLooks()
                .ThenHappens(
                    change.StartsWith("worker", StringComparison.Ordinal)
                        ? ["BasisLapsedInSession", "EscalationRaised"]
                        : ["BasisLapsedInSession"]
                )
                .Is<Phase.Active>();
            barred.When(HomesManager, new ArrangementCommand.Extend(Minutes(5))).ThenRefused("G-16");
            barred.WhenTheClockLooks().ThenNothing();
        }
    }

    [Fact]
    public void Nor_is_a_session_whose_approver_is_barred_meanwhile() =>
        Started
            .With(f => f.Barring(Parent))
            .WhenTheClockLooks()
            .ThenHappens("BasisLapsedInSession")
            .When(HomesManager, new ArrangementCommand.Extend(Minutes(5)))
            .ThenRefused("G-16");

    [Fact]
    public void A_worker_who_is_barred_in_the_session_is_looked_for_at_once_also_when_something_else_had_lapsed_before()
    {
        var lapsed = Started.With(f => Forbidding("end", f)).WhenTheClockLooks().ThenHappens("BasisLapsedInSession");
        var barred = lapsed
            .With(f => f.Barring(Worker))
            .WhenTheClockLooks()
            .Then(
                new ArrangementEvent.BasisLapsedInSession("the worker is barred for this child"),
                new ArrangementEvent.EscalationRaised(EscalationCause.WorkerBarred, 0, [Senior.Id])
            );
        barred.WhenTheClockLooks().ThenNothing();
        ArrangementCommand.RecordOutcome How(EscalationOutcome outcome) => new(EscalationCause.WorkerBarred, outcome, "Went there");
        barred.When(Senior, How(EscalationOutcome.ChildSeenAndSafeSessionContinues)).ThenRefused("outcome");
        barred.When(Senior, How(EscalationOutcome.ChildSeenAndSafe)).ThenHappens("EscalationEnded", "Finished");
    }

    [Fact]
    public void A_review_date_that_passes_in_the_session_bars_extending_too()
    {
        var lapsing = Started.With(f => DueAt(f, Start.AddMinutes(20))).WhenTheClockLooks().ThenHappens("BasisRenewed");
        Assert.Equal(Start.AddMinutes(20), lapsing.WakeAt);
        lapsing.WhenItWakes().Then(new ArrangementEvent.BasisLapsedInSession("an assessment's review date has passed"));
    }

    [Fact]
    public void What_is_over_no_longer_looks_at_the_registers()
    {
        foreach (var story in new[] { Finished, Closed })
            story.With(f => Forbidding("not permit", f)).WhenTheClockLooks().ThenNothing();
    }

    private static Facts Forbidding(string change, Facts facts) =>
        change switch
        {
            "not permit" => NotPermitted(facts),
            "end" => facts.WithChildAssessment(v => v with { Ended = true }),
            "worker left" => WorkerLeft(facts),
            "worker barred" => facts.Barring(Worker),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
}
