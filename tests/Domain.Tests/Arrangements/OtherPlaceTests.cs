using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using static OneToOne.Domain.Tests.Arrangements.Agreed;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>What was agreed for one place and one worker says nothing of another, and nothing of what goes on for longer.</summary>
public sealed class OtherPlaceTests
{
    public static readonly OccasionAsked Cafe = Friday with
    {
        Place = new("café", Setting.PublicPlace, Secluded: false, Exposure.Supervised),
        Presence = new Presence.CloseBy(Colleague.Id, "Sits at the next table"),
        Safeguards = [new("They sit by the window", Worker.Id, Required: true)],
    };

    private static Story.Result Ask(Story agreement, OccasionAsked asked) => agreement.Under().When(Worker, agreement.Under().Ask(asked));

    private static Story DecidedFor(Plan plan, string finding) =>
        Begin
            .With(f => f with { Worker = f.Worker with { Training = [] } })
            .When(Requester, new ArrangementCommand.Request(Agreed.Id, plan))
            .ThenIs<Phase.AwaitingOverride>()
            .When(HomesManager, new ArrangementCommand.DecideOverride(finding, true, "What departs", "Why it may"))
            .ThenAccepted()
            .ApprovedBy(ServiceManager)
            .ApprovedBy(Parent)
            .Is<Phase.InForce>();

    [Fact]
    public void Elsewhere_what_holds_is_what_was_answered_for_that_place()
    {
        var inArea = Weekly with { Place = Weekly.Place with { Area = "pool" } };
        var plan = Cafe.Under(InForce.State! with { Plan = inArea });
        Assert.Equal((Exposure.Supervised, null), (plan.Place.Exposure, plan.Place.Area));
        Assert.Equal((Cafe.Presence, Cafe.Safeguards), (plan.Presence, plan.Safeguards));
        Ask(InForce, Cafe).ThenIs<Phase.Approved>();
    }

    [Fact]
    public void Elsewhere_nothing_is_weaker_than_what_was_agreed()
    {
        Refused(Cafe with { Place = Cafe.Place! with { Exposure = Exposure.Unsupervised } }, "place.exposure");
        Refused(Cafe with { Presence = new Presence.NotNeeded(Colleague.Id, "It is busy there") }, "presence");
        Refused(Cafe with { Safeguards = [new("They sit by the window", Worker.Id, Required: false)] }, "safeguards");

        static void Refused(OccasionAsked asked, string field) =>
            Assert.Contains(Ask(InForce, asked).Findings, f => (f.Id, f.Kind, f.Field) == ("agreement", DutyKind.Hard, field));
    }

    [Fact]
    public void Training_is_judged_for_how_exposed_it_is_and_a_decision_lifts_it_for_that_worker_and_place_only()
    {
        var alone = Weekly with { Place = Weekly.Place with { Exposure = Exposure.Unsupervised } };
        var agreement = DecidedFor(alone, "G-08");
        var here = Ask(agreement, Friday).ThenIs<Phase.Approved>();
        Assert.Equal("G-08", Assert.Single(here.State!.Overrides).FindingId);

        var outside = Cafe with { Place = Cafe.Place! with { Exposure = Exposure.Unsupervised } };
        Assert.Equal(["place.exposure"], Ask(agreement, outside).Findings.Select(f => f.Field));
        Assert.Empty(Ask(agreement, Cafe).ThenIs<Phase.Approved>().State!.Overrides);

        var other = agreement.Under().With(f => f with { Worker = SecondWorker with { Training = [] } });
        var refused = other.When(Requester, other.Ask(Friday with { Worker = SecondWorker.Id })).Findings;
        Assert.Equal(("agreement", "place.exposure"), (Assert.Single(refused).Id, refused[0].Field));
    }

    [Fact]
    public void Under_way_it_is_not_extended_beyond_the_hours_the_length_or_the_last_day()
    {
        var started = Planned
            .When(Colleague, new ArrangementCommand.AcknowledgeNotice(Planned.Digest))
            .ThenAccepted()
            .At(Occasion.Start)
            .When(Worker, Story.AllConfirmed)
            .ThenIs<Phase.Active>();
        var manager = started.When(HomesManager, new ArrangementCommand.Extend(Minutes(30))).ThenIs<Phase.Active>();
        manager.When(HomesManager, new ArrangementCommand.Extend(Minutes(1))).ThenRefused("agreement");
        Ends(Terms with { ValidUntil = Occasion.Start.AddMinutes(65) });
        Ends(Terms with { Window = Terms.Window with { Until = TimeOnly.FromTimeSpan(Occasion.Start.TimeOfDay).AddMinutes(65) } });
        started.With(f => f with { Agreement = null }).When(Worker, new ArrangementCommand.Extend(Minutes(5))).ThenRefused("agreement");

        void Ends(StandingTerms terms)
        {
            var agreed = started.With(f => f with { Agreement = f.Agreement! with { Plan = Weekly with { Standing = terms } } });
            agreed.When(Worker, new ArrangementCommand.Extend(Minutes(5))).ThenIs<Phase.Active>();
            agreed.When(Worker, new ArrangementCommand.Extend(Minutes(6))).ThenRefused("agreement");
        }
    }

    [Fact]
    public void One_that_left_its_agreement_is_recorded_answer_by_answer()
    {
        var all = Story.GoodRecord with { PersonalNumbers = null, PrivateMatters = null, PhysicalContact = null, AsAgreed = true };
        var gone = InForce.When(Requester, new ArrangementCommand.Withdraw("no longer")).ThenAccepted();
        Record(Planned).ThenIs<Phase.Closed>();
        var own = Planned.WithAgreement(gone).WhenTheClockLooks().ThenAccepted().ApprovedBy(Senior).ApprovedBy(Parent);
        Assert.Equal(["L-25", "L-29", "L-32"], Record(own).Findings.Select(f => f.Id));

        Story.Result Record(Story approved) =>
            approved
                .When(Colleague, new ArrangementCommand.AcknowledgeNotice(approved.Digest))
                .ThenAccepted()
                .At(Occasion.Start)
                .When(Worker, Story.AllConfirmed)
                .ThenAccepted()
                .After(Minutes(60))
                .When(Worker, new ArrangementCommand.Finish())
                .ThenAccepted()
                .When(Worker, new ArrangementCommand.RecordCloseOut(all));
    }
}
