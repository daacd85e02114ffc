using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Tests.Arrangements;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>How the child's assessment stands: its content version, outcome and review date. The others never change here.</summary>
internal sealed record ChildAssessment(int Version, Outcome Outcome, bool Ended, DateTimeOffset Due);

/// <summary>The registers of an exploration, as far as they change in it.</summary>
internal sealed class World(
    ChildAssessment child,
    ImmutableArray<Person> barred,
    bool workerLeft,
    int disturbances,
    Arrangement? agreement = null
)
{
    /// <summary>
    /// Every clock is a whole number of ticks. The product's own clocks differ by their lengths; which of them are equal and
    /// which are not is what decides the order of things, and the Given/When/Then tests hold the lengths.
    /// </summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMinutes(15);

    public static readonly DateTimeOffset Beginning = Registers.Now;
    public static readonly DateTimeOffset Far = Beginning.AddYears(10);

    public static readonly Policy Policy = new()
    {
        Version = Registers.Adopted.Version,
        Quorums = ImmutableSortedDictionary<Purpose, Quorum>.Empty.Add(Purpose.Homework, Quorum.Any),
        ApprovalLinkLife = Tick * 2,
        // Reminders fall on the grid: half of what is left, and half of that again, would never come to an end.
        ApprovalReminderPercent = 100,
        ParentAttempts = 2,
        ParentAttemptsOver = Tick * 2,
        StartEarly = Tick,
        StartAsked = Tick,
        StartLate = Tick * 2,
        StartMovedTolerance = Tick,
        CheckInInterval = Tick,
        CheckInGrace = Tick,
        EndReminder = Tick,
        EndGrace = Tick,
        UnplannedLongest = Tick * 2,
        WorkerExtension = Tick,
        UnplannedReviewWithin = Tick * 2,
        NextLevel = Tick,
        OwnerClock = Tick,
        DistressAcknowledgedWithin = Tick * 2,
        CloseOutDue = Tick,
        ExplanationDue = Tick,
        PaperworkNextLevel = Tick,
    };

    public static readonly Plan Plan = Occasion.Lounge with { Start = Beginning + (Tick * 4), Length = Tick * 2 };

    /// <summary>The same on every Monday evening, for a while.</summary>
    public static readonly Plan Weekly = Plan with
    {
        Standing = new(
            [],
            [Plan.Purpose],
            [Plan.Place.Setting],
            new([DayOfWeek.Monday], new(17, 0), new(20, 0)),
            Plan.Length,
            Plan.Start + (Tick * 3)
        ),
    };

    private static readonly Person WhoLeft = Registers.Worker with { LeftOn = DateOnly.FromDateTime(Beginning.Date) };

    public ChildAssessment Child { get; } = child;
    public bool WorkerLeft { get; } = workerLeft;
    public Facts Facts { get; } = FactsOf(child, barred, workerLeft) with { Agreement = agreement };

    public bool IsBarred(Person person) => barred.Contains(person);

    /// <summary>How often something from outside has come in between: a register change, or a mail that was not delivered.</summary>
    public int Disturbances { get; } = disturbances;

    public World With(ChildAssessment changed) => new(changed, barred, WorkerLeft, Disturbances + 1, agreement);

    public World Barring(Person person) => new(Child, barred.Add(person), WorkerLeft, Disturbances + 1, agreement);

    public World AfterWorkerLeft() => new(Child, barred, workerLeft: true, Disturbances + 1, agreement);

    public World Disturbed() => new(Child, barred, WorkerLeft, Disturbances + 1, agreement);

    /// <summary>The agreement as it is now; another one is no change of a register but comes in between like one.</summary>
    public World WithAgreement(Arrangement changed) => new(Child, barred, WorkerLeft, Disturbances + 1, changed);

    public World Under(Arrangement agreed) => new(Child, barred, WorkerLeft, Disturbances, agreed);

    public static World Due(DateTimeOffset childDue) => new(new(1, Outcome.Permit, Ended: false, childDue), [], workerLeft: false, 0);

    private static Facts FactsOf(ChildAssessment child, ImmutableArray<Person> barred, bool workerLeft) =>
        (Occasion.Facts with { Policy = Policy, Worker = workerLeft ? WhoLeft : Registers.Worker })
            .Barring([.. barred])
            .WithChildAssessment(v =>
                v with
                {
                    ContentVersion = child.Version,
                    Outcome = child.Outcome,
                    Ended = child.Ended,
                    ReviewDue = child.Due,
                }
            );
}
