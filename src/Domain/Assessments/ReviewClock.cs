using System.Collections.Immutable;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Assessments;

/// <summary>What an assessment does by itself when the time comes (G-16).</summary>
public static class ReviewClock
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>The next moment at which something happens by itself.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="policy">The policy in force.</param>
    /// <returns>The moment; null when nothing is in force that could fall due.</returns>
    public static DateTimeOffset? WakeAt(Assessment assessment, Policy policy) =>
        assessment is { InForce: { Ended: false } version, RemindedUpTo: { } upTo } ? NextMoment(version.ReviewDue, upTo, policy) : null;

    /// <summary>Does all that is due. Twice is the same as once; what was missed while nothing ran is said once, not once for each day.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The moment.</param>
    /// <returns>What happened; empty when nothing was due.</returns>
    public static ImmutableArray<AssessmentEvent> Advance(Assessment assessment, Policy policy, DateTimeOffset now)
    {
        if (assessment is not { InForce: { Ended: false } version, RemindedUpTo: { } upTo })
            return [];
        var due = version.ReviewDue;
        return
        [
            .. new[] { LastBefore(due, now, policy), due <= now ? due : null, LastOverdue(due, now) }
                .OfType<DateTimeOffset>()
                .Where(moment => moment > upTo)
                .Where(moment => moment >= due || now < due)
                .Select(moment => Remind(assessment, version, moment, now)),
        ];
    }

    private static DateTimeOffset NextMoment(DateTimeOffset due, DateTimeOffset upTo, Policy policy) =>
        upTo >= due
            ? due + (Math.Floor((upTo - due) / Daily) + 1) * Daily
            : Ahead(due, policy).Where(moment => moment > upTo).Append(due).Min();

    private static IEnumerable<DateTimeOffset> Ahead(DateTimeOffset due, Policy policy) =>
        policy.ReviewReminders.Select(days => due.AddDays(-days));

    private static DateTimeOffset? LastBefore(DateTimeOffset due, DateTimeOffset now, Policy policy) =>
        Ahead(due, policy).Where(moment => moment <= now).Select(moment => (DateTimeOffset?)moment).Max();

    private static DateTimeOffset? LastOverdue(DateTimeOffset due, DateTimeOffset now) =>
        now - due >= Daily ? due + Math.Floor((now - due) / Daily) * Daily : null;

    private static AssessmentEvent.Reminded Remind(
        Assessment assessment,
        AssessmentVersion version,
        DateTimeOffset moment,
        DateTimeOffset now
    )
    {
        var stage =
            moment < version.ReviewDue ? ReminderStage.Ahead
            : moment == version.ReviewDue ? ReminderStage.Due
            : ReminderStage.Overdue;
        return version.AgreedAs is null
            ? new(stage, version.ReviewDue, [], [version.AgreedBy], moment, now)
            : new(stage, version.ReviewDue, TellRoles(stage), stage == ReminderStage.Ahead ? [assessment.WrittenBy] : [], moment, now);
    }

    private static ImmutableArray<Role> TellRoles(ReminderStage stage) =>
        stage == ReminderStage.Overdue ? [Role.HomesManager, Role.ServiceManager] : [Role.HomesManager];
}
