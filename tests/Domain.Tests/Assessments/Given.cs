using System.Collections.Immutable;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Assessments;

using Decision = Decision<AssessmentEvent>;

/// <summary>Reads as: given these steps, when one more is asked, then these events or these findings.</summary>
internal sealed record Given(AssessmentKey Key)
{
    public static readonly AssessmentContent Content = new(
        "She has run from crowds before and may do so again",
        "She once said that an adult had shouted at her",
        "A colleague knows where they are and rings at half time"
    );

    public static readonly AssessmentContent ChildContent = Content with { Child = Answered.Sections };

    public static Given APair { get; } = new(AssessmentKey.ForPair(Cleo.Id, Worker.Id));

    public static Given AChild { get; } = new(AssessmentKey.ForChild(Cleo.Id));

    public static Given AWorker { get; } = new(AssessmentKey.ForWorker(Worker.Id));

    public Assessment? State { get; init; }

    public DateTimeOffset At { get; init; } = Now;

    public Policy Policy { get; init; } = Policy.Default;

    public Child Child { get; init; } = Cleo;

    public OnCallList OnCall { get; init; } = OakHouse.OnCall;

    public ImmutableArray<Person> People { get; init; } = [.. Everybody];

    public Assessment Sure => State ?? throw new InvalidOperationException("nothing was written");

    public Given Proposed(AssessmentContent? content = null) =>
        After(new AssessmentCommand.Propose(Colleague.Id, content ?? (Key.Kind is AssessmentKind.Child ? ChildContent : Content)));

    public Given Agreed(Outcome outcome = Outcome.Permit, DateTimeOffset? due = null) =>
        After(new AssessmentCommand.Agree(HomesManager.Id, Role.HomesManager, outcome, null, due));

    public Given Reviewed(ReviewResult result, string notes = "looked at it with her") =>
        After(new AssessmentCommand.Review(HomesManager.Id, Role.HomesManager, result, notes));

    public Given Later(TimeSpan time) => this with { At = At + time };

    public Given Advanced() => this with { State = Due().Aggregate(Sure, AssessmentState.Evolve) };

    public ImmutableArray<AssessmentEvent> Due() => ReviewClock.Advance(Sure, Policy, At);

    public Given With(Person changed) => this with { People = [changed, .. People.Where(person => person.Id != changed.Id)] };

    public ImmutableArray<AssessmentEvent> When(AssessmentCommand command) =>
        Decide(command) switch
        {
            Decision.Accepted accepted => accepted.Events,
            Decision.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Findings)),
            _ => throw new InvalidOperationException("neither accepted nor refused"),
        };

    public T When<T>(AssessmentCommand command)
        where T : AssessmentEvent => Assert.IsType<T>(Assert.Single(When(command)));

    public string[] Refusal(AssessmentCommand command) => [.. Findings(command).Select(finding => finding.Id)];

    public ImmutableArray<Finding> Findings(AssessmentCommand command) => Assert.IsType<Decision.Refused>(Decide(command)).Findings;

    private Given After(AssessmentCommand command) => this with { State = When(command).Aggregate(State, AssessmentState.Evolve) };

    private Decision Decide(AssessmentCommand command) =>
        AssessmentDecider.Decide(
            State,
            command,
            new(Key, OakHouse with { OnCall = OnCall }, Policy, People, Key.Child is null ? null : Child),
            At
        );
}
