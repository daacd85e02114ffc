using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Concerns.Concerned;
using static OneToOne.Domain.Tests.Registers;
using ArrangementEvent = OneToOne.Domain.Arrangements.ArrangementEvent;

namespace OneToOne.Domain.Tests.Concerns;

public sealed class ConcernRulesTests
{
    [Theory]
    [InlineData("L-19", "L-19")]
    [InlineData("L-20 G-03 L-20", "L-20")]
    [InlineData("L-19 L-20", "L-19 L-20")]
    [InlineData("L-18 G-19 who", "")]
    public void Only_the_two_safeguarding_answers_are_concerns(string refusedFor, string concerns)
    {
        var findings = refusedFor.Split(' ').Select(id => new Finding(id, DutyKind.Hard, "a problem", "a lift"));

        Assert.Equal(concerns, string.Join(' ', ConcernRules.DutiesIn([.. findings])));
    }

    [Theory]
    [InlineData("L-19", ConcernKind.DoorNotKept)]
    [InlineData("L-20", ConcernKind.SexualFeelings)]
    [InlineData("G-17", ConcernKind.UnapprovedMeeting)]
    [InlineData("L-29", ConcernKind.Other)]
    public void What_an_arrangement_says_is_a_concern_opens_one_of_its_kind(string duty, ConcernKind kind) =>
        Assert.Equal((kind, duty, "said", null), ConcernRules.In(new ArrangementEvent.ConcernRaised(duty, "said")));

    [Fact]
    public void Distress_opens_one_and_a_check_in_opens_none()
    {
        Assert.Equal((ConcernKind.Distress, "G-23", "cried", null), ConcernRules.In(new ArrangementEvent.DistressReported("cried")));
        Assert.Null(ConcernRules.In(new ArrangementEvent.CheckedIn()));
    }

    [Fact]
    public void An_approval_denied_opens_one_about_who_wrote_it_down_and_the_service_manager_is_told()
    {
        var denied = new ArrangementEvent.Refused(Parent.Id, "I did not", Senior.Id);
        Assert.Equal((ConcernKind.ApprovalDenied, "G-04", "I did not", Senior.Id), ConcernRules.In(denied));
        Assert.Null(ConcernRules.In(denied with { Denied = null }));

        var begun = Begun with { Kind = ConcernKind.ApprovalDenied, About = Senior.Id, With = Worker.Id };
        Assert.Equal([ServiceManager.Id], ConcernRules.Raise(begun, Facts, Now).Told.AsEnumerable());
        Assert.True(begun.IsGrave);
    }

    [Fact]
    public void The_homes_manager_is_told() => Assert.Equal(HomesManager.Id, Assert.Single(Raised.Told));

    [Fact]
    public void The_service_manager_is_told_of_a_homes_manager()
    {
        var both = HomesManager with { Roles = [Role.HomesManager, Role.Worker] };

        var raised = ConcernRules.Raise(Begun with { About = both.Id }, Facts with { Involved = [both] }, Now);

        Assert.Equal(ServiceManager.Id, Assert.Single(raised.Told));
    }

    [Fact]
    public void A_concern_about_a_homes_manager_is_not_told_to_their_peer_first()
    {
        var other = Staff("helen", Role.HomesManager);

        var raised = ConcernRules.Raise(Begun with { About = other.Id }, Facts with { Involved = [other] }, Now);

        Assert.Equal(ServiceManager.Id, Assert.Single(raised.Told));
    }

    [Fact]
    public void In_place_of_somebody_barred_for_the_child_the_next_level_is_told()
    {
        var barred = Cleo with { Barred = [new(HomesManager.Id, "an allegation", Now)] };

        Assert.Equal(ServiceManager.Id, Assert.Single(ConcernRules.Raise(Begun, Facts with { Child = barred }, Now).Told));
    }

    [Fact]
    public void When_nobody_can_be_reached_the_next_level_is_told_and_nobody_twice()
    {
        var others = ConcernChain.Others(Raised, Facts, Now);
        var after = Raised.After(new ConcernEvent.PassedOn(others));

        Assert.Equal(ServiceManager.Id, Assert.Single(others));
        Assert.Empty(ConcernChain.Others(after, Facts, Now));
    }

    [Fact]
    public void Whoever_it_is_about_was_with_the_child_or_asked_for_it_is_never_told()
    {
        foreach (
            var concern in new[]
            {
                Begun with
                {
                    About = HomesManager.Id,
                },
                Begun with
                {
                    About = null,
                    With = HomesManager.Id,
                },
                Begun with
                {
                    Kind = ConcernKind.Request,
                    RaisedBy = HomesManager.Id,
                },
            }
        )
        {
            Assert.Equal([ServiceManager.Id], ConcernRules.Raise(concern, Facts, Now).Told.AsEnumerable());
            Assert.Equal([ServiceManager.Id], ConcernChain.Others(concern, Facts, Now).AsEnumerable());
        }
    }

    [Fact]
    public void Everybody_told_gets_one_message()
    {
        Assert.Equal(
            [new Message(MessageKind.ConcernRaised, HomesManager.Id)],
            ConcernRules.MessagesFor(new ConcernEvent.Raised(Raised)).AsEnumerable()
        );
        Assert.Equal(
            MessageKind.ConcernReminder,
            Assert.Single(ConcernRules.MessagesFor(new ConcernEvent.ReferralReminded([Senior.Id]))).Kind
        );
        Assert.Equal(
            MessageKind.ConcernOverdue,
            Assert.Single(ConcernRules.MessagesFor(new ConcernEvent.ReferralOverdue([Senior.Id]))).Kind
        );
        Assert.Equal(
            MessageKind.ConcernOutcomeReminder,
            Assert.Single(ConcernRules.MessagesFor(new ConcernEvent.OutcomeReminded([Senior.Id]))).Kind
        );
        Assert.Empty(ConcernRules.MessagesFor(new ConcernEvent.Acknowledged(Senior.Id)));
    }
}
