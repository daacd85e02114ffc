using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class EndingTests
{
    private static readonly ArrangementCommand.Withdraw Withdraw = new("The visit was cancelled");
    private static readonly ArrangementCommand.DeclineByWorker Decline = new("She seemed uneasy about it");
    private static readonly ArrangementCommand.Explain Explain = new("Said we will meet in the kitchen instead", "Fine by her");
    private static readonly ArrangementCommand.ReviewUnplanned Review = new("Rightly started; she needed to talk");

    private static readonly Story Declined = Approved.When(Worker, Decline).ThenIs<Phase.AwaitingExplanation>();

    private static readonly Story UnplannedClosed = Unplanned
        .After(Minutes(20))
        .When(Worker, new ArrangementCommand.Finish())
        .ThenAccepted()
        .When(Worker, new ArrangementCommand.RecordCloseOut(GoodRecord))
        .ThenIs<Phase.Closed>();

    [Fact]
    public void Who_asked_for_it_or_manages_the_home_can_take_it_back()
    {
        foreach (var person in new[] { Requester, Senior, HomesManager, ServiceManager })
            Asked.When(person, Withdraw).Then(new ArrangementEvent.Withdrawn(person.Id, Withdraw.Reason)).Is<Phase.Withdrawn>();
        foreach (var person in new[] { Worker, Colleague, Parent, Stranger })
            Asked.When(person, Withdraw).ThenRefused("who");
        Asked.When(Requester, Withdraw with { Reason = " " }).ThenRefused("reason");
    }

    [Fact]
    public void It_can_be_taken_back_until_the_session_starts()
    {
        Approved.When(Requester, Withdraw).ThenIs<Phase.Withdrawn>();
        foreach (var story in new[] { Started, Finished, Closed, Declined })
            story.When(Requester, Withdraw).ThenRefused("phase");
    }

    [Fact]
    public void Taking_it_back_twice_is_no_error() =>
        Asked.When(Requester, Withdraw).ThenAccepted().When(HomesManager, Withdraw).ThenNothing();

    [Fact]
    public void Taking_it_back_after_the_planned_start_asks_whether_the_child_is_with_the_worker()
    {
        var asked = Noticed.At(Start.AddMinutes(5)).When(Requester, Withdraw).ThenHappens("Withdrawn", "EscalationRaised");
        asked
            .When(
                Senior,
                new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.TookPlace, "They were in the lounge")
            )
            .ThenHappens("EscalationEnded", "ConcernRaised")
            .Is<Phase.Withdrawn>();
    }

    [Fact]
    public void The_workers_own_word_does_not_answer_that_question()
    {
        var own = Noticed with { State = Noticed.State! with { RequestedBy = Worker.Id }, Now = Start.AddMinutes(5) };
        own.When(Worker, Withdraw).ThenHappens("Withdrawn", "EscalationRaised");
        var declined = Noticed.At(Start).When(Worker, Decline).ThenHappens("DeclinedByWorker", "EscalationRaised");
        var explained = declined.When(Worker, Explain).ThenHappens("DeclineExplained");
        Assert.False(explained.State!.IsFinal);
        var answer = new ArrangementCommand.RecordOutcome(EscalationCause.NotStarted, EscalationOutcome.DidNotTakePlace, "Saw her alone");
        Assert.True(explained.When(Senior, answer).ThenHappens("EscalationEnded").State!.IsFinal);
    }

    [Fact]
    public void Once_a_colleague_is_asked_whether_it_took_place_nobody_takes_it_back_or_declines()
    {
        var asked = Noticed.At(Start.AddMinutes(30)).WhenTheClockLooks().ThenAccepted();
        asked.When(Requester, Withdraw).ThenRefused("notStarted");
        asked.When(Worker, Decline).ThenRefused("notStarted");
    }

    [Fact]
    public void A_worker_may_decline_at_any_time_before_the_start_and_needs_nobodys_approval()
    {
        foreach (var story in new[] { OverridesAsked, Asked, Approved, Noticed })
            story.When(Worker, Decline).ThenHappens("DeclinedByWorker").Is<Phase.AwaitingExplanation>();
        foreach (var person in new[] { Requester, HomesManager, Colleague, Parent })
            Approved.When(person, Decline).ThenRefused("who");
        Approved.When(Worker, Decline with { Reason = "." }).ThenRefused("reason");
        Started.When(Worker, Decline).ThenRefused("phase");
        Declined.When(Worker, Decline).ThenNothing();
    }

    [Fact]
    public void The_worker_who_declines_gets_the_mail_with_which_to_explain_it()
    {
        var declined = new ArrangementEvent.DeclinedByWorker(((Phase.AwaitingExplanation)Declined.State!.Phase).Decline);

        Assert.Contains(
            new Message(MessageKind.Declined, Worker.Id),
            Correspondence.For(Approved.State, declined, Declined.State, Declined.Facts, Declined.Now)
        );
    }

    [Fact]
    public void A_decline_is_complete_only_once_the_young_person_has_heard_why()
    {
        Assert.False(Declined.State!.IsFinal);
        var explained = Declined.When(Worker, Explain).ThenHappens("DeclineExplained").Is<Phase.DeclinedByWorker>();
        Assert.True(explained.State!.IsFinal);
        explained.When(Colleague, Explain).ThenNothing();
    }

    [Fact]
    public void An_explanation_says_how_and_what_the_young_person_answered()
    {
        Declined.When(Worker, Explain with { How = "." }).ThenRefused("L-26");
        Declined.When(Worker, Explain with { Response = "." }).ThenRefused("L-26");
        Declined.When(Parent, Explain).ThenRefused("who");
        Declined.When(Colleague, Explain).ThenIs<Phase.DeclinedByWorker>();
        Approved.When(Worker, Explain).ThenRefused("phase");
    }

    [Fact]
    public void A_decline_that_is_not_explained_is_chased_day_by_day()
    {
        var late = Declined.WhenItWakes();
        Assert.Equal(Declined.Now.AddHours(24), late.Before.Now);
        var next = late.Then(new ArrangementEvent.EscalationRaised(EscalationCause.ExplanationLate, 0, [HomesManager.Id])).WhenItWakes();
        Assert.Equal(Declined.Now.AddHours(48), next.Before.Now);
        next.Then(
                new ArrangementEvent.EscalationPassedOn(
                    EscalationCause.ExplanationLate,
                    1,
                    PassedOnBecause.Silence,
                    null,
                    [ServiceManager.Id]
                )
            )
            .When(Worker, Explain)
            .ThenHappens("EscalationEnded", "DeclineExplained");
    }

    [Fact]
    public void An_unplanned_session_is_not_over_before_a_manager_has_reviewed_it()
    {
        Assert.False(UnplannedClosed.State!.IsFinal);
        var reviewed = UnplannedClosed
            .When(HomesManager, Review)
            .Then(new ArrangementEvent.UnplannedReviewed(HomesManager.Id, Review.Notes));
        Assert.True(reviewed.State!.IsFinal);
        reviewed.When(Senior, Review).ThenNothing();
    }

    [Fact]
    public void The_review_is_a_managers_after_the_session_with_notes()
    {
        foreach (var person in new[] { Worker, Colleague, Parent, Stranger })
            UnplannedClosed.When(person, Review).ThenRefused("who");
        Unplanned.When(HomesManager, Review).ThenRefused("phase");
        UnplannedClosed.When(HomesManager, Review with { Notes = "." }).ThenRefused("G-20");
    }

    [Fact]
    public void A_review_that_is_late_is_chased_also_when_all_else_is_done()
    {
        Assert.Equal(Registers.Now.AddHours(72), UnplannedClosed.WakeAt);
        var late = UnplannedClosed
            .WhenItWakes()
            .Then(new ArrangementEvent.EscalationRaised(EscalationCause.UnplannedReviewLate, 0, [HomesManager.Id]));
        Assert.True(late.When(HomesManager, Review).ThenHappens("EscalationEnded", "UnplannedReviewed").State!.IsFinal);
    }

    [Fact]
    public void A_final_record_takes_additions_and_nothing_else()
    {
        var late = new ArrangementCommand.AddAddendum("She also mentioned her aunt") { HappenedAt = Closed.Now };
        var added = Closed.After(Minutes(5)).When(Colleague, late);
        added.Then(new ArrangementEvent.AddendumAdded(Colleague.Id, "She also mentioned her aunt", Closed.Now)).Is<Phase.Closed>();
        Assert.Equal(Closed.State, Closed.Given(added.Events[0]).State);
    }

    [Fact]
    public void An_addition_is_the_homes_own_about_what_has_happened_to_a_record_that_has_ended()
    {
        var text = new ArrangementCommand.AddAddendum("Late report");
        foreach (var person in new[] { Parent, Stranger, SocialWorker })
            Closed.When(person, text).ThenRefused("who");
        Closed.When(Colleague, text with { Text = " " }).ThenRefused("text");
        Closed.When(Colleague, text with { HappenedAt = Closed.Now.AddMinutes(1) }).ThenRefused("happenedAt");
        Started.When(Colleague, text).ThenRefused("phase");
    }

    [Fact]
    public void Every_end_is_final_and_wakes_no_more()
    {
        foreach (
            var end in new[]
            {
                Closed,
                Asked.When(Parent, new ArrangementCommand.Refuse(Asked.Digest, "no")).ThenAccepted(),
                Asked.At(Start).WhenTheClockLooks().ThenIs<Phase.Expired>(),
                Asked.When(Requester, Withdraw).ThenAccepted(),
                Declined.When(Worker, Explain).ThenAccepted(),
                Noticed.With(f => f.WithChildAssessment(v => v with { Ended = true })).WhenTheClockLooks().ThenIs<Phase.EndedByReview>(),
            }
        )
        {
            Assert.True(end.State!.IsFinal);
            Assert.Null(end.WakeAt);
            end.After(TimeSpan.FromDays(100)).WhenTheClockLooks().ThenNothing();
        }
    }
}
