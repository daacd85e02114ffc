using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Escalations;

/// <summary>Whom an escalation goes to, level by level, and how long each level has.</summary>
public static class EscalationChain
{
    private static readonly ImmutableArray<Role> PresenceLevels = [Role.SeniorManager, Role.HomesManager, Role.ServiceManager];
    private static readonly ImmutableArray<Role> PaperworkLevels = [Role.HomesManager, Role.ServiceManager];

    /// <summary>Whether somebody's whereabouts or well-being hang on it, so that its clocks are minutes; else they are a day.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>True for all but late records and undeliverable mail.</returns>
    public static bool IsUrgent(EscalationCause cause) =>
        cause
            is EscalationCause.NotStarted
                or EscalationCause.Overdue
                or EscalationCause.MissedCheckIn
                or EscalationCause.HelpNow
                or EscalationCause.Distress
                or EscalationCause.WorkerBarred;

    /// <summary>The roles that answer for a cause, first level first.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The roles.</returns>
    public static ImmutableArray<Role> Levels(EscalationCause cause) => IsUrgent(cause) ? PresenceLevels : PaperworkLevels;

    /// <summary>The level of a step, counted from 1; the last level repeats.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="step">The step, from 0.</param>
    /// <returns>The level.</returns>
    public static int Level(EscalationCause cause, int step) => Math.Min(step + 1, Levels(cause).Length);

    /// <summary>The step that a new escalation begins with: help now begins at the second level and tells the first as well.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The step.</returns>
    public static int FirstStep(EscalationCause cause) => cause == EscalationCause.HelpNow ? 1 : 0;

    /// <summary>The roles that are told at a step: one level; at the first step of help now two; at a repeat all of them.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="step">The step.</param>
    /// <returns>The roles.</returns>
    public static ImmutableArray<Role> Roles(EscalationCause cause, int step)
    {
        var levels = Levels(cause);
        return step >= levels.Length ? levels
            : cause == EscalationCause.HelpNow && step == 1 ? levels[..2]
            : [levels[step]];
    }

    /// <summary>
    /// Who is told at a step: the present holders of its role, never the worker it is about nor anybody barred for the child.
    /// A repeat tells every level. The adult whom a worker outside any organisation has nominated is told at every step, and at the first
    /// one alone: the home hears of it when that adult does not answer, is barred or cannot be reached.
    /// </summary>
    /// <param name="cause">The cause.</param>
    /// <param name="step">The step.</param>
    /// <param name="child">The child it is about; null when it is about none, as a drill.</param>
    /// <param name="home">The home with its on-call list.</param>
    /// <param name="worker">The worker it is about; null when it is about none.</param>
    /// <param name="now">The moment it fires.</param>
    /// <returns>The people; empty when nobody is there.</returns>
    public static ImmutableArray<PersonId> Recipients(
        EscalationCause cause,
        int step,
        Child? child,
        Home home,
        Person? worker,
        DateTimeOffset now
    )
    {
        var nominated = worker is not null && child is not null ? Authority.NominatedAdult(worker, child) : null;
        if (nominated is { } adult && step == FirstStep(cause))
            return [adult];
        var roles = Roles(cause, step);
        var people = ImmutableArray.CreateBuilder<PersonId>();
        if (nominated is { } first)
            people.Add(first);
        foreach (var role in roles)
        foreach (var holder in home.OnCall.Present(role, now))
            if (holder.Person != worker?.Id && child?.IsBarred(holder.Person) != true && !people.Contains(holder.Person))
                people.Add(holder.Person);
        return people.ToImmutable();
    }

    /// <summary>The steps by which an escalation passes on: to the next level, and at once past each that has nobody.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="from">The step that it leaves.</param>
    /// <param name="because">Why it leaves it.</param>
    /// <param name="told">Who is told at a step.</param>
    /// <returns>The steps in order; at least one.</returns>
    public static ImmutableArray<EscalationStep> Climb(
        EscalationCause cause,
        int from,
        PassedOnBecause because,
        Func<int, ImmutableArray<PersonId>> told
    )
    {
        var steps = ImmutableArray.CreateBuilder<EscalationStep>();
        do
        {
            from++;
            steps.Add(new(from, because, told(from)));
            because = PassedOnBecause.Unreachable;
        } while (steps[^1].Told.IsEmpty && from < Levels(cause).Length);
        return steps.ToImmutable();
    }

    /// <summary>The next moment this escalation moves on by itself.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="policy">The policy whose clocks hold.</param>
    /// <returns>The end of the owner's clock, or of the level's while nobody owns it.</returns>
    public static DateTimeOffset DueAt(Escalation escalation, Policy policy) =>
        !IsUrgent(escalation.Cause) ? (escalation.Owner?.Since ?? escalation.StepSince) + policy.PaperworkNextLevel
        : escalation.Owner is { } owner ? owner.Since + policy.OwnerClock
        : escalation is { Cause: EscalationCause.Distress, Step: 0 } ? escalation.StepSince + policy.DistressAcknowledgedWithin
        : escalation.StepSince + policy.NextLevel;

    /// <summary>The outcomes that may end an escalation of this cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The outcomes a person may record; empty where recording what is late ends it.</returns>
    public static ImmutableArray<EscalationOutcome> Outcomes(EscalationCause cause) =>
        cause switch
        {
            EscalationCause.NotStarted => [EscalationOutcome.DidNotTakePlace, EscalationOutcome.TookPlace],
            EscalationCause.UndeliverableMail => [EscalationOutcome.ToldAnotherWay],
            EscalationCause.WorkerBarred =>
            [
                EscalationOutcome.ChildSeenAndSafe,
                EscalationOutcome.WorkerReachedSessionEnded,
                EscalationOutcome.EmergencyServicesCalled,
            ],
            EscalationCause.CloseOutLate or EscalationCause.ExplanationLate or EscalationCause.UnplannedReviewLate => [],
            _ =>
            [
                EscalationOutcome.ChildSeenAndSafe,
                EscalationOutcome.ChildSeenAndSafeSessionContinues,
                EscalationOutcome.WorkerReachedSessionEnded,
                EscalationOutcome.EmergencyServicesCalled,
            ],
        };
}
