using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Agreed;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class AgreementTests
{
    private static readonly Dictionary<string, StandingTerms> NoAgreement = new()
    {
        ["standing: its own purpose is not among them"] = Terms with { Purposes = [Purpose.Homework] },
        ["standing: its own kind of place is not among them"] = Terms with { Settings = [Setting.PublicPlace] },
        ["standing: no day"] = Terms with { Window = Terms.Window with { Days = [] } },
        ["standing: hours that it does not fit into"] = Terms with { Window = Terms.Window with { Until = new(16, 30) } },
        ["standing: longest is shorter than the usual length"] = Terms with { Longest = Minutes(30) },
        ["standing: longest is more than a day"] = Terms with { Longest = TimeSpan.FromHours(25) },
        ["worker: somebody who is no worker of the home"] = Terms with { AlsoWorkers = [Senior.Id] },
        ["worker: one named twice"] = Terms with { AlsoWorkers = [SecondWorker.Id, SecondWorker.Id] },
        ["L-21: somebody who may not know of it"] = Terms with { AlsoWorkers = [Stranger.Id] },
        ["G-16: it runs longer than any review may be away"] = Terms with { ValidUntil = Registers.Now.AddDays(184) },
        ["G-16: it is over before it begins"] = Terms with { ValidUntil = Occasion.Start },
    };

    public static TheoryData<string> Refused => [.. NoAgreement.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Terms_that_say_too_little_or_too_much_are_refused(string terms) =>
        Begin
            .When(Requester, new ArrangementCommand.Request(Id, Weekly with { Standing = NoAgreement[terms] }))
            .ThenRefused(terms.Split(':')[0]);

    [Fact]
    public void A_met_quorum_puts_it_in_force_until_its_last_day_and_it_waits_for_no_start()
    {
        Assert.Equal(Registers.Now.AddDays(50 - 14), InForce.WakeAt);
        var reminded = InForce.WhenItWakes().ThenHappens("AgreementReminded");
        Assert.Equal(Terms.ValidUntil, reminded.WakeAt);
        var over = reminded.WhenItWakes().ThenHappens("Expired");
        Assert.Equal(new Phase.Expired(WasInForce: true), over.State!.Phase);
        Assert.True(over.State.IsFinal);
    }

    [Fact]
    public void Without_a_decision_before_it_is_to_begin_it_expires() =>
        Assert.Equal(new Phase.Expired(), Asked.At(Occasion.Start).WhenTheClockLooks().ThenAccepted().State!.Phase);

    [Fact]
    public void It_never_starts_itself() => InForce.At(Occasion.Start).When(Worker, Story.AllConfirmed).ThenRefused("standing");

    [Fact]
    public void Nobody_whom_it_names_as_a_worker_approves_or_decides()
    {
        Assert.Contains(SecondWorker.Id, Asked.State!.Excluded);
        var asWorkerToo = HomesManager with { Roles = [.. HomesManager.Roles, Role.Worker] };
        var named = Begin
            .With(f => f with { Named = f.Named.Replace(HomesManager, asWorkerToo) })
            .When(Requester, new ArrangementCommand.Request(Id, Weekly with { Standing = Terms with { AlsoWorkers = [asWorkerToo.Id] } }))
            .ThenIs<Phase.AwaitingApproval>();
        named.When(asWorkerToo, new ArrangementCommand.Approve(named.Digest)).ThenRefused("who");
    }

    [Fact]
    public void A_bedroom_or_the_workers_home_among_its_places_needs_the_same_decision_as_ever()
    {
        var asked = Begin.When(
            Requester,
            new ArrangementCommand.Request(
                Id,
                Weekly with
                {
                    Place = Weekly.Place with { DoorCondition = "wide open" },
                    Standing = Terms with { Settings = [Setting.SharedRoom, Setting.Bedroom, Setting.WorkersHome] },
                }
            )
        );
        Assert.Equal(["L-18", "L-23"], asked.The<ArrangementEvent.OverridesAsked>().Findings.Select(f => f.Id));
        Begin
            .When(
                Requester,
                new ArrangementCommand.Request(
                    Id,
                    Weekly with
                    {
                        Standing = Terms with { Settings = [Setting.SharedRoom, Setting.Bedroom] },
                    }
                )
            )
            .ThenRefused("L-19");
    }

    [Fact]
    public void Its_quorum_is_the_strictest_of_its_purposes_and_of_its_longest_occasion()
    {
        var either = Registers.Adopted with { Quorums = Policy.Default.Quorums.Add(Purpose.Keywork, Quorum.Any) };
        Assert.Equal(Quorum.Dual, AskedUnder(either, Terms).ApprovalRound!.Quorum);
        Assert.Equal(Quorum.Any, AskedUnder(either, Terms with { Purposes = [Purpose.Keywork] }).ApprovalRound!.Quorum);
        Assert.Equal(
            Quorum.Dual,
            AskedUnder(either, Terms with { Purposes = [Purpose.Keywork], Longest = Minutes(150) }).ApprovalRound!.Quorum
        );
    }

    private static Arrangement AskedUnder(Policy policy, StandingTerms terms) =>
        Begin
            .With(f => f with { Policy = policy })
            .When(Requester, new ArrangementCommand.Request(Id, Weekly with { Standing = terms }))
            .ThenIs<Phase.AwaitingApproval>()
            .State!;

    [Fact]
    public void A_lapsed_assessment_suspends_it_and_a_review_puts_it_back_in_force()
    {
        var suspended = InForce
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Registers.Now.AddDays(1) }))
            .WhenTheClockLooks()
            .ThenAccepted()
            .WhenItWakes()
            .ThenIs<Phase.Suspended>();
        Assert.Equal(Terms.ValidUntil, suspended.WakeAt);
        suspended
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Registers.Now.AddDays(60) }))
            .WhenTheClockLooks()
            .ThenHappens("Revived")
            .Is<Phase.InForce>();
    }

    [Fact]
    public void New_content_of_an_assessment_voids_it_and_it_is_asked_for_anew_also_after_it_began()
    {
        var voided = InForce
            .At(Occasion.Start.AddDays(3))
            .With(f => f.WithChildAssessment(v => v with { ContentVersion = 2 }))
            .WhenTheClockLooks()
            .ThenIs<Phase.AwaitingApproval>();
        Assert.Equal(voided.Now + Policy.Default.ApprovalLinkLife, voided.State!.ApprovalRound!.Deadline);
        voided.ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.InForce>();
    }

    [Fact]
    public void It_can_be_taken_back_refused_by_a_parent_and_declined_by_the_worker_while_it_is_in_force()
    {
        var begun = InForce.At(Occasion.Start.AddDays(3));
        begun.When(Requester, new ArrangementCommand.Withdraw("Not wanted any more")).ThenHappens("Withdrawn");
        begun.When(Parent, new ArrangementCommand.Refuse(InForce.Digest, "No longer")).ThenHappens("Refused");
        begun.When(Worker, new ArrangementCommand.DeclineByWorker("Not with me")).ThenHappens("DeclinedByWorker");
    }

    [Fact]
    public void A_change_of_its_terms_is_material_and_a_safeguard_more_is_not()
    {
        var begun = InForce.At(Occasion.Start.AddDays(3));
        begun
            .When(
                Requester,
                new ArrangementCommand.Change(
                    Weekly with
                    {
                        Safeguards = [.. Weekly.Safeguards, new("Sam looks in at half time", Senior.Id, true)],
                    }
                )
            )
            .ThenHappens("PlanChanged")
            .Is<Phase.InForce>();
        begun
            .When(Requester, new ArrangementCommand.Change(Weekly with { Standing = Terms with { Longest = Minutes(100) } }))
            .ThenHappens("PlanChanged", "ApprovalAsked");
    }

    [Fact]
    public void An_agreement_stays_one() =>
        InForce.When(Requester, new ArrangementCommand.Change(Weekly with { Standing = null })).ThenRefused("agreement");

    [Fact]
    public void Nobody_gets_a_session_page_for_it()
    {
        var before = Asked.ApprovedBy(HomesManager);
        var messages = Correspondence.For(before.State, new ArrangementEvent.Approved(), InForce.State!, InForce.Facts, InForce.Now);
        Assert.Equal(
            [
                (MessageKind.Notice, Colleague.Id),
                (MessageKind.AgreementInForce, Requester.Id),
                (MessageKind.AgreementInForce, Worker.Id),
                (MessageKind.AgreementInForce, SecondWorker.Id),
            ],
            messages.Select(m => (m.Kind, m.To))
        );
    }
}
