using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Sessions;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class StartingTests
{
    private static Session SessionOf(Story story) =>
        story.State!.Phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            _ => throw new InvalidOperationException(),
        };

    [Theory]
    [InlineData(-16, false)]
    [InlineData(-15, true)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void It_starts_from_15_minutes_before_to_30_minutes_after(int minutes, bool starts)
    {
        var pressed = Noticed.At(Start.AddMinutes(minutes)).When(Worker, AllConfirmed);
        if (starts)
            pressed.Then(new ArrangementEvent.Started(AllConfirmed.Answers)).Is<Phase.Active>();
        else
            pressed.ThenRefused("window");
    }

    [Fact]
    public void The_session_is_as_long_as_approved_from_the_moment_start_was_pressed()
    {
        var late = Noticed.At(Start.AddMinutes(20)).When(Worker, AllConfirmed).ThenAccepted();
        Assert.Equal(Start.AddMinutes(80), SessionOf(late).ExpectedEnd);
        Assert.IsType<SessionBasis.Approved>(SessionOf(late).Basis);
    }

    [Fact]
    public void Only_the_worker_starts()
    {
        foreach (var person in new[] { Requester, Colleague, Senior, HomesManager, Parent, Stranger })
            Noticed.At(Start).When(person, AllConfirmed).ThenRefused("who");
    }

    [Fact]
    public void It_does_not_start_before_it_is_approved()
    {
        Asked.At(Start.AddMinutes(-5)).When(Worker, AllConfirmed).ThenRefused("phase");
        OverridesAsked.At(Start.AddMinutes(-5)).When(Worker, AllConfirmed).ThenRefused("phase");
    }

    [Fact]
    public void It_does_not_start_before_somebody_was_told() => Approved.At(Start).When(Worker, AllConfirmed).ThenRefused("G-20");

    [Fact]
    public void It_does_not_start_while_a_required_safeguard_is_unconfirmed() =>
        Noticed.At(Start).When(Worker, new ArrangementCommand.Start(new([]))).ThenRefused("G-05");

    [Fact]
    public void It_does_not_start_while_an_assessment_is_not_in_date() =>
        Noticed
            .At(Start)
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Start }))
            .When(Worker, AllConfirmed)
            .ThenRefused("G-16");

    [Fact]
    public void It_does_not_start_while_it_is_suspended() =>
        Noticed
            .At(Start)
            .With(f => f.WithChildAssessment(v => v with { ReviewDue = Start }))
            .WhenTheClockLooks()
            .ThenIs<Phase.Suspended>()
            .When(Worker, AllConfirmed)
            .ThenRefused("G-16");

    [Fact]
    public void It_does_not_start_while_nobody_is_on_call_for_a_level() =>
        Noticed
            .At(Start)
            .With(f => f with { Home = f.Home with { OnCall = new([.. f.Home.OnCall.Levels.Skip(1)]) } })
            .When(Worker, AllConfirmed)
            .ThenRefused("onCall");
}
