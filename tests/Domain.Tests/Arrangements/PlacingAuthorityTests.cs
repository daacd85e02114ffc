using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class PlacingAuthorityTests
{
    private static readonly ArrangementCommand Approve = new ArrangementCommand.Approve(Asked.Digest, true);

    [Fact]
    public void Those_who_have_not_answered_are_reminded_half_way_and_get_new_links_when_theirs_run_out()
    {
        var reminded = Asked.WhenItWakes();
        Assert.Equal(Asked.Now.AddHours(36), reminded.Before.Now);
        var reissued = reminded.ThenHappens("ApprovalReminded").WhenItWakes();
        Assert.Equal(Asked.Now.AddHours(72), reissued.Before.Now);
        Assert.Equal("ApprovalLinksReissued", reissued.Events[0].GetType().Name);
    }

    [Fact]
    public void It_expires_at_the_planned_start_and_nothing_can_be_approved_then()
    {
        var late = Asked.At(Start).WhenTheClockLooks().ThenAccepted().Is<Phase.Expired>();
        late.When(Parent, Approve).ThenRefused("phase");
        Assert.Null(late.WakeAt);
    }

    [Fact]
    public void A_parent_who_has_approved_is_not_tried_again()
    {
        var reminded = Asked.ApprovedBy(Parent).WhenItWakes();
        Assert.Empty(reminded.The<ArrangementEvent.ApprovalReminded>().Attempts);
    }

    [Fact]
    public void The_placing_authority_answers_once_every_parent_was_silent_three_times_over_72_hours()
    {
        Asked.After(TimeSpan.FromHours(71)).When(SocialWorker, Approve).ThenRefused("who");
        var silent = Asked.WhenItWakes().ThenAccepted().WhenItWakes().ThenHappens("ApprovalLinksReissued", "PlacingAuthorityAsked");
        silent.ApprovedBy(SocialWorker).ApprovedBy(Senior).Is<Phase.Approved>();
        Assert.Equal(
            Capacity.PlacingAuthority,
            silent.When(SocialWorker, Approve).The<ArrangementEvent.ApprovalGiven>().Approval.By.Capacity
        );
    }

    [Fact]
    public void A_mail_that_did_not_arrive_was_no_attempt()
    {
        var bounced = new ArrangementCommand.ReportUndeliverable(Parent.Id, Asked.Now);
        var untold = Asked.WhenDelivery(bounced).ThenHappens("AttemptFailed", "MailUndeliverable", "EscalationRaised");
        untold.WhenDelivery(bounced).ThenHappens("MailUndeliverable");
        var later = untold.At(Asked.Now.AddHours(36)).WhenTheClockLooks().ThenAccepted();
        var third = later.At(Asked.Now.AddHours(72)).WhenTheClockLooks();
        Assert.DoesNotContain(new ArrangementEvent.PlacingAuthorityAsked(), third.Events);
        third.ThenAccepted().When(SocialWorker, Approve).ThenRefused("who");
    }

    [Fact]
    public void The_placing_authority_may_not_answer_any_more_when_the_last_mail_comes_back()
    {
        var silent = Asked.WhenItWakes().ThenAccepted().WhenItWakes().ThenAccepted();
        var back = silent
            .WhenDelivery(new ArrangementCommand.ReportUndeliverable(SecondParent.Id, silent.Now, OnlyRepeats: true))
            .ThenHappens("AttemptFailed");
        back.When(SocialWorker, Approve).ThenRefused("who");
        Assert.False(back.State!.ApprovalRound!.PlacingAuthorityAsked);
    }

    [Fact]
    public void A_parent_who_answers_late_still_counts()
    {
        var silent = Asked.WhenItWakes().ThenAccepted().WhenItWakes().ThenAccepted();
        silent.ApprovedBy(Parent).ApprovedBy(Senior).Is<Phase.Approved>();
    }

    [Fact]
    public void The_placing_authority_is_asked_at_once_where_every_parent_is_barred()
    {
        var barred = Asked.With(f => f.Barring(Parent, SecondParent));
        barred.WhenTheClockLooks().ThenHappens("PlacingAuthorityAsked").ApprovedBy(SocialWorker).ApprovedBy(Senior).Is<Phase.Approved>();
        barred.With(f => f.Barring(SocialWorker)).When(SocialWorker, Approve).ThenRefused("who");
    }

    [Fact]
    public void One_parent_who_may_still_answer_keeps_the_placing_authority_out() =>
        Asked.With(f => f.Barring(Parent)).When(SocialWorker, Approve).ThenRefused("who");

    [Fact]
    public void Attempts_that_people_write_down_count_and_the_clock_sees_their_end()
    {
        var tried = Asked
            .When(Colleague, new ArrangementCommand.RecordAttempt(Parent.Id, "rang, no answer"))
            .ThenHappens("AttemptRecorded")
            .After(Minutes(60))
            .When(Colleague, new ArrangementCommand.RecordAttempt(Parent.Id, "rang again"))
            .ThenAccepted()
            .When(Colleague, new ArrangementCommand.RecordAttempt(SecondParent.Id, "rang, no answer"))
            .ThenAccepted()
            .After(Minutes(60))
            .When(Colleague, new ArrangementCommand.RecordAttempt(SecondParent.Id, "went round"))
            .ThenAccepted();
        var quick = tried.With(f => f with { Policy = f.Policy with { ParentAttemptsOver = TimeSpan.FromHours(24) } });
        Assert.Equal(Asked.Now.AddHours(24), quick.WakeAt);
        quick.WhenItWakes().ThenHappens("PlacingAuthorityAsked");
    }

    [Fact]
    public void Attempts_are_written_down_by_the_homes_people_about_people_who_are_asked()
    {
        var attempt = new ArrangementCommand.RecordAttempt(Parent.Id, "rang");
        foreach (var person in new[] { Stranger, Parent, SocialWorker, Requester, Worker })
            Asked.When(person, attempt).ThenRefused("who");
        foreach (var how in new[] { " ", "Mail" })
            Asked.When(Colleague, attempt with { How = how }).ThenRefused("how");
        var tried = Asked.When(Colleague, attempt).ThenAccepted();
        tried.After(Minutes(59)).When(Senior, attempt).ThenRefused("again");
        tried.After(Minutes(60)).When(Senior, attempt).ThenHappens("AttemptRecorded");
        Asked.When(Colleague, attempt with { Person = Stranger.Id }).ThenRefused("person");
        Asked.With(f => f.Barring(Parent)).When(Colleague, attempt).ThenRefused("person");
        Approved.When(Colleague, attempt).ThenRefused("phase");
    }
}
