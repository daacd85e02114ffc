using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>A standing agreement: keywork or homework on Monday and Friday afternoons, with one of two workers, for seven weeks.</summary>
internal static class Agreed
{
    public static readonly Person SecondWorker = Staff("wim", Role.Worker) with { Engagement = new Engagement.Employed() };

    public static readonly StandingTerms Terms = new(
        [SecondWorker.Id],
        [Purpose.Keywork, Purpose.Homework],
        [Setting.SharedRoom, Setting.PublicPlace],
        new([DayOfWeek.Monday, DayOfWeek.Friday], new(16, 0), new(20, 0)),
        Minutes(90),
        Registers.Now.AddDays(50)
    );

    public static readonly Plan Weekly = Lounge with { Standing = Terms };

    public static readonly ArrangementId Id = new("agreement");

    public static readonly Story Begin = Story.Begin.With(f => f with { Named = f.Named.Add(SecondWorker) });

    public static readonly Story Asked = Begin.When(Requester, new ArrangementCommand.Request(Id, Weekly)).ThenIs<Phase.AwaitingApproval>();

    /// <summary>Approved by the homes manager and a parent.</summary>
    public static readonly Story InForce = Asked.ApprovedBy(HomesManager).ApprovedBy(Parent).Is<Phase.InForce>();

    /// <summary>What the worker says of an occasion on Friday at five.</summary>
    public static readonly OccasionAsked Friday = new(new("lounge"), Occasion.Start, [Colleague.Id], ChangedSinceAgreed: false);

    /// <summary>An occasion is about to be planned under it.</summary>
    public static Story Under(this Story agreement) =>
        Begin with
        {
            Facts = agreement.Facts with { Agreement = agreement.State },
            Now = agreement.Now,
        };

    public static ArrangementCommand.PlanOccasion Ask(this Story under, OccasionAsked asked) =>
        new(Story.Id, asked.Under(under.Facts.Agreement!), asked.ChangedSinceAgreed!.Value);

    /// <summary>The occasion on Friday, planned by the worker.</summary>
    public static readonly Story Planned = InForce.Under().When(Worker, InForce.Under().Ask(Friday)).ThenIs<Phase.Approved>();

    /// <summary>The same with the agreement as it is now.</summary>
    public static Story WithAgreement(this Story occasion, Story agreement) => occasion.With(f => f with { Agreement = agreement.State });
}
