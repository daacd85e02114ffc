using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;

namespace OneToOne.Domain.Policies;

/// <summary>
/// The organisation's policy on one-to-one time (G-01). Each arrangement keeps the version it was judged under.
/// What each number may be stands in <see cref="PolicyBounds"/>.
/// </summary>
public sealed record Policy
{
    /// <summary>What stands in every field until somebody decides otherwise; version 1, which nobody has adopted.</summary>
    public static Policy Default { get; } = new();

    /// <summary>Counts the changes of the policy, from 1. The first that an organisation sets is 2.</summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// False where no organisation has set it (G-01), and left out elsewhere. It follows from the version; what a client sends here changes
    /// nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Adopted
    {
        get => Version > 1 ? null : false;
        init { }
    }

    /// <summary>The approvals needed for a purpose that <see cref="Quorums"/> does not name (G-04).</summary>
    public Quorum OrdinaryQuorum { get; init; } = Quorum.Dual;

    /// <summary>The approvals needed for particular purposes.</summary>
    public ImmutableSortedDictionary<Purpose, Quorum> Quorums { get; init; } = ImmutableSortedDictionary<Purpose, Quorum>.Empty;

    /// <summary>The working arrangements that the organisation has agreed on (G-17); outside all of them both approvals are needed.</summary>
    public ImmutableArray<WorkingArrangement> WorkingArrangements { get; init; } = [WorkingArrangement.Default];

    /// <summary>The topic of the training that an exposed setting needs (G-08).</summary>
    public ImmutableSortedDictionary<Exposure, string> ExposureTopics { get; init; } =
        ImmutableSortedDictionary.CreateRange<Exposure, string>([
            new(Exposure.Unsupervised, "lone working"),
            new(Exposure.Isolated, "isolated places"),
            new(Exposure.StreetBased, "street-based work"),
        ]);

    /// <summary>The fewest characters in which a need or a section of an assessment can be said (G-03, G-11).</summary>
    public int MinimumNeedLength { get; init; } = 15;

    /// <summary>What a bedroom's door must be (L-19). A reading and not the guidance's words: the source breaks off before it says so.</summary>
    [Description(
        "This organisation's reading of L-19. It is not the guidance's words: the source breaks off before it says what the door must be."
    )]
    public string DoorInterpretation { get; init; } = "open throughout";

    /// <summary>The longest time to the next review of an assessment (G-16).</summary>
    public TimeSpan OrdinaryReviewInterval { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The same where the child's circumstances ask for a shorter one (L-10, L-11, L-12).</summary>
    public TimeSpan ShortReviewInterval { get; init; } = TimeSpan.FromDays(28);

    /// <summary>The same for an urgent assessment.</summary>
    public TimeSpan UrgentReviewInterval { get; init; } = TimeSpan.FromHours(72);

    /// <summary>What no review interval may pass.</summary>
    public TimeSpan ReviewIntervalCap { get; init; } = TimeSpan.FromDays(183);

    /// <summary>When somebody is reminded of a review, in days before it is due.</summary>
    public ImmutableArray<int> ReviewReminders { get; init; } = [14, 7, 1];

    /// <summary>How soon an assessment is reviewed after a record that says that needs or circumstances changed (G-24).</summary>
    public TimeSpan EarlyReviewWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The guidance on physical contact that every worker has read: where it is kept, and its current version (L-32).</summary>
    public RecordVersion PhysicalContactGuidance { get; init; } = new("the organisation's guidance on physical contact", 1);

    /// <summary>How often a parent must have been tried before the placing authority may answer instead.</summary>
    public int ParentAttempts { get; init; } = 3;

    /// <summary>The least time between the first of those attempts and that answer.</summary>
    public TimeSpan ParentAttemptsOver { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long an approval link lives; never past the planned start.</summary>
    public TimeSpan ApprovalLinkLife { get; init; } = TimeSpan.FromHours(72);

    /// <summary>After how much of the time left an approver is reminded, in percent.</summary>
    public int ApprovalReminderPercent { get; init; } = 50;

    /// <summary>How long before the planned start a session may start.</summary>
    public TimeSpan StartEarly { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after the planned start the worker is asked whether it has started.</summary>
    public TimeSpan StartAsked { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after the planned start a session may start.</summary>
    public TimeSpan StartLate { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>By how much the start may move without voiding approvals.</summary>
    public TimeSpan StartMovedTolerance { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest plan that needs no further word of a manager.</summary>
    public TimeSpan LongestPlan { get; init; } = TimeSpan.FromMinutes(120);

    /// <summary>The longest unplanned session.</summary>
    public TimeSpan UnplannedLongest { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How soon a manager reviews an unplanned session.</summary>
    public TimeSpan UnplannedReviewWithin { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How much a worker may extend a session in all, without a manager.</summary>
    public TimeSpan WorkerExtension { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often the worker says that all is well.</summary>
    public TimeSpan CheckInInterval { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long after a missed check-in level 1 is called.</summary>
    public TimeSpan CheckInGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before the planned end the worker is reminded to finish.</summary>
    public TimeSpan EndReminder { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after the planned end level 1 is called.</summary>
    public TimeSpan EndGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an escalation waits for somebody to acknowledge it before the next level is called.</summary>
    public TimeSpan NextLevel { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the owner of an escalation has to record an outcome before the next level is called.</summary>
    public TimeSpan OwnerClock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How soon a named senior colleague acknowledges that a child was distressed (G-23).</summary>
    public TimeSpan DistressAcknowledgedWithin { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How soon after a session's end its record is due.</summary>
    public TimeSpan CloseOutDue { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How soon a worker who declined explains it to the young person (L-26).</summary>
    public TimeSpan ExplanationDue { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long each level has for a late record or an undeliverable mail, where nobody's whereabouts hang on it.</summary>
    public TimeSpan PaperworkNextLevel { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Within how many working days the designated officer hears of a concern that meets the harm threshold.</summary>
    public int ConcernWithinWorkingDays { get; init; } = 1;

    /// <summary>How soon a manager acknowledges a concern before the next level is told; null for <see cref="OrdinaryConcernAcknowledgement"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? ConcernAcknowledgedWithin { get; init; }

    /// <summary>How often whoever looks into a concern is reminded to record its outcome; null for <see cref="OrdinaryConcernOutcomeReminder"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? ConcernOutcomeRemindedEvery { get; init; }

    /// <summary>The days that are no working days besides weekends; null for those of England and Wales that the product knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DateOnly>? BankHolidays { get; init; }

    /// <summary>How soon a manager acknowledges a concern where the policy does not say.</summary>
    public static TimeSpan OrdinaryConcernAcknowledgement { get; } = TimeSpan.FromMinutes(60);

    /// <summary>How soon a manager acknowledges a concern.</summary>
    public TimeSpan ConcernAcknowledgement => ConcernAcknowledgedWithin ?? OrdinaryConcernAcknowledgement;

    /// <summary>How often a concern's outcome is reminded of where the policy does not say: an inquiry takes weeks.</summary>
    public static TimeSpan OrdinaryConcernOutcomeReminder { get; } = TimeSpan.FromDays(14);

    /// <summary>How often whoever looks into a concern is reminded to record its outcome.</summary>
    public TimeSpan ConcernOutcomeReminder => ConcernOutcomeRemindedEvery ?? OrdinaryConcernOutcomeReminder;

    /// <summary>How many years from birth a child's records are kept (Children's Homes Regulations 2015, regulation 36).</summary>
    public int RetentionYearsFromBirth { get; init; } = 75;

    /// <summary>The same from the death of a child under 18.</summary>
    public int RetentionYearsFromDeath { get; init; } = 15;

    /// <summary>Of how few sessions nothing is said (L-28); null for the ordinary 4.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FairnessMinimumSessions { get; init; }

    /// <summary>How often is repeatedly (L-28); null for the ordinary 3.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FairnessRepeatedly { get; init; }

    /// <summary>When the late hours begin by the home's clock (L-28); null for the ordinary 21:00.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeOnly? LateFrom { get; init; }

    /// <summary>When the late hours end, after midnight; null for the ordinary 06:00.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeOnly? LateUntil { get; init; }

    /// <summary>Of how few sessions nothing is said (L-28).</summary>
    public int FewestSessions => FairnessMinimumSessions ?? 4;

    /// <summary>How often is repeatedly (L-28).</summary>
    public int Repeatedly => FairnessRepeatedly ?? 3;

    /// <summary>The hours that are late by the home's clock (L-28).</summary>
    public (TimeOnly From, TimeOnly Until) LateHours => (LateFrom ?? new(21, 0), LateUntil ?? new(6, 0));

    /// <summary>The approvals needed for a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns>Its own quorum, or the ordinary one.</returns>
    public Quorum QuorumFor(Purpose purpose) => Quorums.GetValueOrDefault(purpose, OrdinaryQuorum);
}
