using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Policies;

/// <summary>What every field of the policy may be, as one table.</summary>
public static class PolicyBounds
{
    private const int MostBankHolidays = 200;

    /// <summary>One row for every number of the policy but the list of reminders.</summary>
    public static ImmutableArray<PolicyBound> All { get; } =
    [
        Count(nameof(Policy.Version), p => p.Version, 1, int.MaxValue, "changes"),
        Count(nameof(Policy.MinimumNeedLength), p => p.MinimumNeedLength, 10, 200, "characters"),
        Days(nameof(Policy.OrdinaryReviewInterval), p => p.OrdinaryReviewInterval, 1, 183),
        Days(nameof(Policy.ShortReviewInterval), p => p.ShortReviewInterval, 1, 90),
        Hours(nameof(Policy.UrgentReviewInterval), p => p.UrgentReviewInterval, 1, 168),
        Days(nameof(Policy.EarlyReviewWithin), p => p.EarlyReviewWithin, 1, 28),
        Days(nameof(Policy.ReviewIntervalCap), p => p.ReviewIntervalCap, 1, 183),
        Count(nameof(Policy.ParentAttempts), p => p.ParentAttempts, 1, 10, "attempts"),
        Hours(nameof(Policy.ParentAttemptsOver), p => p.ParentAttemptsOver, 24, 336),
        Hours(nameof(Policy.ApprovalLinkLife), p => p.ApprovalLinkLife, 1, 168),
        Count(nameof(Policy.ApprovalReminderPercent), p => p.ApprovalReminderPercent, 10, 90, "percent"),
        Minutes(nameof(Policy.StartEarly), p => p.StartEarly, 0, 60),
        Minutes(nameof(Policy.StartAsked), p => p.StartAsked, 1, 60),
        Minutes(nameof(Policy.StartLate), p => p.StartLate, 2, 120),
        Minutes(nameof(Policy.StartMovedTolerance), p => p.StartMovedTolerance, 0, 120),
        Minutes(nameof(Policy.LongestPlan), p => p.LongestPlan, 15, 1440),
        Minutes(nameof(Policy.UnplannedLongest), p => p.UnplannedLongest, 5, 120),
        Hours(nameof(Policy.UnplannedReviewWithin), p => p.UnplannedReviewWithin, 1, 168),
        Minutes(nameof(Policy.WorkerExtension), p => p.WorkerExtension, 0, 120),
        Minutes(nameof(Policy.CheckInInterval), p => p.CheckInInterval, 5, 1440),
        Minutes(nameof(Policy.CheckInGrace), p => p.CheckInGrace, 0, 60),
        Minutes(nameof(Policy.EndReminder), p => p.EndReminder, 0, 60),
        Minutes(nameof(Policy.EndGrace), p => p.EndGrace, 0, 60),
        Minutes(nameof(Policy.NextLevel), p => p.NextLevel, 1, 60),
        Minutes(nameof(Policy.OwnerClock), p => p.OwnerClock, 5, 120),
        Minutes(nameof(Policy.DistressAcknowledgedWithin), p => p.DistressAcknowledgedWithin, 5, 240),
        Hours(nameof(Policy.CloseOutDue), p => p.CloseOutDue, 1, 72),
        Hours(nameof(Policy.ExplanationDue), p => p.ExplanationDue, 1, 168),
        Hours(nameof(Policy.PaperworkNextLevel), p => p.PaperworkNextLevel, 1, 168),
        Count(nameof(Policy.ConcernWithinWorkingDays), p => p.ConcernWithinWorkingDays, 0, 1, "working days"),
        Minutes(nameof(Policy.ConcernAcknowledgedWithin), p => p.ConcernAcknowledgement, 5, 480),
        Days(nameof(Policy.ConcernOutcomeRemindedEvery), p => p.ConcernOutcomeReminder, 1, 28),
        Count(nameof(Policy.FairnessMinimumSessions), p => p.FewestSessions, 2, 50, "sessions"),
        Count(nameof(Policy.FairnessRepeatedly), p => p.Repeatedly, 2, 50, "sessions"),
        Count(nameof(Policy.RetentionYearsFromBirth), p => p.RetentionYearsFromBirth, 75, 150, "years"),
        Count(nameof(Policy.RetentionYearsFromDeath), p => p.RetentionYearsFromDeath, 15, 150, "years"),
    ];

    /// <summary>Judges a policy that somebody wants to set.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>One finding for each field out of bounds, naming field and bound; empty when it can be set.</returns>
    public static ImmutableArray<Finding> Check(Policy policy) =>
        [
            .. All.Where(bound => !(bound.Min <= bound.Read(policy) && bound.Read(policy) <= bound.Max))
                .Select(bound => OutOf(bound, policy)),
            .. Consistency(policy),
            .. Working(policy),
        ];

    private static IEnumerable<Finding> Consistency(Policy policy)
    {
        if (policy.ReviewReminders.IsDefaultOrEmpty || policy.ReviewReminders.Any(days => days is < 1 or > 90))
            yield return Refuse(nameof(Policy.ReviewReminders), "has at least one entry, each between 1 and 90 days");
        if (policy.BankHolidays is { } days && (days.IsDefault || days.Length > MostBankHolidays || days.Distinct().Count() < days.Length))
            yield return Refuse(nameof(Policy.BankHolidays), $"has at most {MostBankHolidays} days, each once");
        if (string.IsNullOrWhiteSpace(policy.DoorInterpretation) || policy.DoorInterpretation.Length > 200)
            yield return Refuse(nameof(Policy.DoorInterpretation), "has between 1 and 200 characters");
        if (policy.OrdinaryReviewInterval > policy.ReviewIntervalCap)
            yield return Refuse(nameof(Policy.OrdinaryReviewInterval), $"is at most {JsonName(nameof(Policy.ReviewIntervalCap))}");
        if (policy.ShortReviewInterval > policy.OrdinaryReviewInterval)
            yield return Refuse(nameof(Policy.ShortReviewInterval), $"is at most {JsonName(nameof(Policy.OrdinaryReviewInterval))}");
        if (policy.PhysicalContactGuidance.Version < 1 || !FieldFinding.IsLine(policy.PhysicalContactGuidance.Reference))
            yield return Refuse(nameof(Policy.PhysicalContactGuidance), "has a reference and a version from 1");
        if (policy.StartAsked >= policy.StartLate)
            yield return Refuse(nameof(Policy.StartAsked), $"is shorter than {JsonName(nameof(Policy.StartLate))}");
        if (!Enum.IsDefined(policy.OrdinaryQuorum))
            yield return Refuse(nameof(Policy.OrdinaryQuorum), "is dual or any");
        if (policy.Quorums.Any(entry => !Enum.IsDefined(entry.Key) || !Enum.IsDefined(entry.Value)))
            yield return Refuse(nameof(Policy.Quorums), "has dual or any for each purpose");
    }

    private static IEnumerable<Finding> Working(Policy policy)
    {
        foreach (var rule in WorkingArrangementBounds.Broken(policy))
            yield return Refuse(nameof(Policy.WorkingArrangements), rule);
        if (!WorkingArrangementBounds.AreTopics(policy))
            yield return Refuse(nameof(Policy.ExposureTopics), "has one line for each of unsupervised, isolated and streetBased");
    }

    private static Finding OutOf(PolicyBound bound, Policy policy) =>
        Refuse(bound.Field, FormattableString.Invariant($"is between {bound.Min} and {bound.Max} {bound.Unit}, not {bound.Read(policy)}"));

    private static Finding Refuse(string field, string rule) => FieldFinding.Of("policy", JsonName(field), rule);

    private static string JsonName(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);

    private static PolicyBound Count(string field, Func<Policy, int> read, int min, int max, string unit) =>
        new(JsonName(field), policy => read(policy), min, max, unit);

    private static PolicyBound Minutes(string field, Func<Policy, TimeSpan> read, double min, double max) =>
        new(JsonName(field), policy => read(policy).TotalMinutes, min, max, "minutes");

    private static PolicyBound Hours(string field, Func<Policy, TimeSpan> read, double min, double max) =>
        new(JsonName(field), policy => read(policy).TotalHours, min, max, "hours");

    private static PolicyBound Days(string field, Func<Policy, TimeSpan> read, double min, double max) =>
        new(JsonName(field), policy => read(policy).TotalDays, min, max, "days");
}
