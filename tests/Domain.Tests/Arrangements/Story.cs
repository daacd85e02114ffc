using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>An arrangement, the registers and the time, as far as the story has come.</summary>
internal sealed record Story(Arrangement? State, Facts Facts, DateTimeOffset Now)
{
    /// <summary>Nothing has been asked for yet.</summary>
    public static Story Begin { get; } = new(null, Occasion.Facts, Registers.Now);

    /// <summary>Asked for, and waiting for both approvals.</summary>
    public static Story Asked { get; } = Begin.When(Requester, new ArrangementCommand.Request(Id, Lounge)).ThenIs<Phase.AwaitingApproval>();

    /// <summary>Approved by the homes manager and a parent.</summary>
    public static Story Approved { get; } = Asked.ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.Approved>();

    /// <summary>Approved, and the colleague has read the notice.</summary>
    public static Story Noticed { get; } =
        Approved.When(Colleague, new ArrangementCommand.AcknowledgeNotice(Approved.Digest)).ThenHappens("PersonTold");

    /// <summary>Under way since the planned start.</summary>
    public static Story Started { get; } = Noticed.At(Start).When(Worker, AllConfirmed).ThenIs<Phase.Active>();

    /// <summary>Finished on time; the record is due.</summary>
    public static Story Finished { get; } =
        Started.After(Minutes(60)).When(Worker, new ArrangementCommand.Finish()).ThenIs<Phase.AwaitingCloseOut>();

    /// <summary>Finished and recorded.</summary>
    public static Story Closed { get; } = Finished.When(Worker, new ArrangementCommand.RecordCloseOut(GoodRecord)).ThenIs<Phase.Closed>();

    /// <summary>Two findings wait for a decision: it is secluded (G-19), and at the worker's home (L-23).</summary>
    public static Story OverridesAsked { get; } =
        Begin.When(Requester, new ArrangementCommand.Request(Id, WorkersHome)).ThenIs<Phase.AwaitingOverride>();

    /// <summary>A talk that began at once because the child asked for it.</summary>
    public static Story Unplanned { get; } =
        Begin
            .When(
                Worker,
                new ArrangementCommand.StartUnplanned(
                    Id,
                    Lounge with
                    {
                        Purpose = Purpose.Talk,
                        Start = Registers.Now,
                        Length = Minutes(30),
                    },
                    Colleague.Id
                )
            )
            .ThenIs<Phase.Active>();

    public static ArrangementId Id => new("a1");

    public static ArrangementCommand.Start AllConfirmed => new(new([0]));

    public static CloseOut GoodRecord =>
        new(
            "Went through the placement plan; she chose two goals.",
            false,
            SexualFeelingsDeclaration.No,
            NeedsChanged: false,
            ChildsView: new(true),
            PersonalNumbers: false,
            PrivateMatters: false,
            PhysicalContact: false
        );

    public string Digest => State!.ApprovalRound!.Digest;

    public DateTimeOffset? WakeAt => ArrangementClock.WakeAt(State!, Facts.Policy);

    public Story Given(params ArrangementEvent[] events) =>
        this with
        {
            State = events.Aggregate(State, (state, e) => ArrangementEvolution.Evolve(state, e, Now)),
        };

    public Story At(DateTimeOffset now) => this with { Now = now };

    public Story After(TimeSpan time) => this with { Now = Now + time };

    public Story With(Func<Facts, Facts> change) => this with { Facts = change(Facts) };

    public Story ApprovedBy(Person person) => When(person, new ArrangementCommand.Approve(Digest, true)).ThenAccepted();

    public Result When(Person actor, ArrangementCommand command) =>
        ArrangementDecider.Decide(State, command, Facts with { Actor = actor }, Now) switch
        {
            Decision<ArrangementEvent>.Refused refused => new(this, [], refused.Findings),
            Decision<ArrangementEvent>.Accepted accepted => new(this, accepted.Events, []),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>The delivery's own commands have no actor.</summary>
    public Result WhenDelivery(ArrangementCommand command) =>
        ArrangementDecider.Decide(State, command, Facts, Now) is Decision<ArrangementEvent>.Accepted accepted
            ? new(this, accepted.Events, [])
            : throw new InvalidOperationException("Delivery is never refused.");

    /// <summary>The clock looks at this moment.</summary>
    public Result WhenTheClockLooks() => new(this, ArrangementClock.Advance(State!, Facts, Now), []);

    /// <summary>Time jumps to the next thing that happens by itself.</summary>
    public Result WhenItWakes() => At(WakeAt!.Value).WhenTheClockLooks();

    public Story Is<TPhase>()
        where TPhase : Phase
    {
        Assert.IsType<TPhase>(State!.Phase);
        return this;
    }

    internal sealed record Result(Story Before, ImmutableArray<ArrangementEvent> Events, ImmutableArray<Finding> Findings)
    {
        /// <summary>Exactly these events happen.</summary>
        public Story Then(params ArrangementEvent[] expected)
        {
            Assert.Equal(expected.Select(Shown.Of), ThenAccepted(Events).Select(Shown.Of));
            return After;
        }

        /// <summary>Events of exactly these names happen.</summary>
        public Story ThenHappens(params string[] names)
        {
            Assert.Equal(names, ThenAccepted(Events).Select(e => e.GetType().Name));
            return After;
        }

        /// <summary>The first event of this kind.</summary>
        public TEvent The<TEvent>()
            where TEvent : ArrangementEvent => Events.OfType<TEvent>().First();

        public Story ThenNothing() => ThenHappens();

        public Story ThenAccepted()
        {
            ThenAccepted(Events);
            return After;
        }

        public Story ThenIs<TPhase>()
            where TPhase : Phase => ThenAccepted().Is<TPhase>();

        public Story ThenRefused(string id)
        {
            Assert.Contains(id, Findings.Select(f => f.Id));
            return Before;
        }

        private Story After => Before.Given([.. Events]);

        private ImmutableArray<ArrangementEvent> ThenAccepted(ImmutableArray<ArrangementEvent> events)
        {
            Assert.Empty(Findings);
            return events;
        }
    }
}
