using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using static OneToOne.Domain.Concerns.ConcernCommand;
using static OneToOne.Domain.Tests.Concerns.Concerned;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class ConcernDeciderTests
{
    private static readonly DecideReferral ToOfficer = new(true, true, "The designated officer", "He pushed her");
    private static readonly DecideReferral Nowhere = new(false, false, null, "It was somebody else");

    private static Concern Taken => Raised.After(new ConcernEvent.Acknowledged(HomesManager.Id));

    private static Concern Referred => Taken.After(Decided(HomesManager, ToOfficer));

    public static TheoryData<Person> Outside =>
        [Worker, Colleague, Senior, Parent, HomesManager with { LeftOn = new(2026, 3, 1) }, HomesManager with { Homes = [] }];

    [Theory]
    [MemberData(nameof(Outside))]
    public void Nobody_but_a_homes_or_service_manager_of_the_home_decides(Person person)
    {
        foreach (var command in new ConcernCommand[] { new Acknowledge(), ToOfficer, new Close("Nothing came of it") })
            Refused("who", Taken, command, person);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Not_even_then_when_it_is_about_them_or_they_were_with_the_child(bool about)
    {
        var theirs = about ? Raised with { About = HomesManager.Id } : Raised with { About = null, With = HomesManager.Id };

        Refused("who", theirs, new Acknowledge(), HomesManager);
        Refused("who", theirs, new Add("I was not there"), HomesManager);
        Happens(theirs, new Acknowledge(), ServiceManager, "Acknowledged");
    }

    [Fact]
    public void Nor_when_they_are_barred_for_the_child()
    {
        var barred = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] };

        Assert.False(ConcernDecider.MayDecide(Raised, By(HomesManager) with { Child = barred }, Now));
    }

    [Fact]
    public void One_takes_it_on_and_asking_twice_is_no_error()
    {
        Happens(Raised, new Acknowledge(), HomesManager, "Acknowledged");
        Happens(Taken, new Acknowledge(), HomesManager);
        Refused("owned", Taken, new Acknowledge(), ServiceManager);
    }

    public static TheoryData<string, DecideReferral> Silent =>
        new()
        {
            { "meetsThreshold", ToOfficer with { MeetsThreshold = null } },
            { "referred", ToOfficer with { Referred = null } },
            { "reason", ToOfficer with { Reason = null } },
            { "reason", Nowhere with { Reason = "." } },
            { "to", ToOfficer with { To = null } },
            { "threshold", Nowhere with { MeetsThreshold = true } },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_decision_answers_everything_and_refers_what_meets_the_threshold(string finding, DecideReferral command) =>
        Refused(finding, Taken, command, HomesManager);

    [Fact]
    public void It_is_referred_or_not_with_the_reason_and_whoever_decides_has_taken_it_on()
    {
        Happens(Taken, ToOfficer, HomesManager, "ReferralDecided");
        Happens(Raised, Nowhere, ServiceManager, "Acknowledged", "ReferralDecided");
        Happens(Referred, ToOfficer, HomesManager);
    }

    [Fact]
    public void What_was_not_referred_may_be_later_and_what_was_referred_stays_so()
    {
        var kept = Taken.After(Decided(HomesManager, Nowhere));

        Happens(kept, ToOfficer, HomesManager, "ReferralDecided");
        Refused("phase", Referred, Nowhere, HomesManager);
    }

    [Fact]
    public void It_is_closed_with_an_outcome_and_not_before_the_decision()
    {
        var closed = Referred.After(new ConcernEvent.Closed(new(HomesManager.Id, Now, "He was dismissed")));

        Refused("phase", Taken, new Close("He was dismissed"), HomesManager);
        Refused("what", Referred, new Close("."), HomesManager);
        Happens(Referred, new Close("He was dismissed"), HomesManager, "Closed");
        Happens(closed, new Close("He was dismissed"), HomesManager);
        Refused("phase", closed, new Close("He stayed at the home"), HomesManager);
        Refused("phase", closed, Nowhere, HomesManager);
        Happens(closed, new Add("He has appealed"), HomesManager, "AddendumAdded");
    }

    public static TheoryData<Concern, Person, PersonId[]> Kept =>
        new()
        {
            { Taken, HomesManager, [ServiceManager.Id] },
            { Taken, ServiceManager, [HomesManager.Id] },
            { Taken with { Kind = ConcernKind.SexualFeelings }, HomesManager, [ServiceManager.Id] },
            { Taken with { Kind = ConcernKind.Request, Duties = ["L-20"] }, HomesManager, [ServiceManager.Id] },
            { Taken with { About = ServiceManager.Id }, HomesManager, [] },
            { Taken with { Kind = ConcernKind.Distress }, HomesManager, [] },
        };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Of_a_grave_one_that_is_not_referred_the_next_level_hears_who_did_not_decide(Concern state, Person by, PersonId[] told)
    {
        var accepted = Assert.IsType<Decision<ConcernEvent>.Accepted>(ConcernDecider.Decide(state, Nowhere, By(by), Now));

        Assert.Equal(told.Select(p => new Message(MessageKind.ConcernNotReferred, p)), ConcernRules.MessagesFor(accepted.Events[^1]));
    }

    [Fact]
    public void A_grave_one_that_was_closed_unreferred_can_be_referred_and_is_open_again()
    {
        var closed = Taken
            .After(Decided(HomesManager, Nowhere))
            .After(new ConcernEvent.Closed(new(HomesManager.Id, Now, "We talked about it")));
        Refused("phase", closed with { Kind = ConcernKind.Distress }, ToOfficer, ServiceManager);
        Refused("phase", closed, Nowhere with { Reason = "It was nobody at all" }, ServiceManager);
        Happens(closed, ToOfficer, ServiceManager, "ReferralDecided");

        var open = closed.After(Decided(ServiceManager, ToOfficer));

        Assert.Null(open.Outcome);
        Happens(open, new Close("He was dismissed"), ServiceManager, "Closed");
    }

    [Fact]
    public void Whoever_raised_it_may_add_to_it_and_nobody_else_outside()
    {
        Happens(Raised, new Add("It was in the kitchen"), Colleague, "AddendumAdded");
        Refused("text", Raised, new Add(" "), Colleague);
        Refused("who", Raised, new Add("It was in the kitchen"), Senior);
        Refused("who", Raised with { RaisedBy = Worker.Id }, new Add("I never touched her"), Worker);
    }

    private static ConcernEvent Decided(Person by, DecideReferral c) =>
        new ConcernEvent.ReferralDecided(new(by.Id, Now, c.MeetsThreshold!.Value, c.Referred!.Value, c.To, c.Reason!));

    private static void Happens(Concern state, ConcernCommand command, Person by, params string[] events)
    {
        var accepted = Assert.IsType<Decision<ConcernEvent>.Accepted>(ConcernDecider.Decide(state, command, By(by), Now));
        Assert.Equal(events, accepted.Events.Select(e => e.GetType().Name));
    }

    private static void Refused(string finding, Concern state, ConcernCommand command, Person by)
    {
        var refused = Assert.IsType<Decision<ConcernEvent>.Refused>(ConcernDecider.Decide(state, command, By(by), Now));
        Assert.Equal([finding], refused.Findings.Select(f => f.Id));
    }
}
