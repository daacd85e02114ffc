using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>What a plan must say. Those of the kind <see cref="DutyKind.Override"/> wait for a decision, the others refuse.</summary>
internal static class PlanRules
{
    /// <summary>What the finding about the start is called.</summary>
    public const string StartId = "start";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    public static Finding? Start(RequestCase c) =>
        c.Plan.Start < c.Now || c.Plan.Start > c.Now + Farthest
            ? new(
                StartId,
                DutyKind.Hard,
                "The start is in the past or more than a year ahead.",
                "Plan for a time that is still to come.",
                "start"
            )
            : null;

    public static Finding? Length(RequestCase c) =>
        c.Plan.Length <= TimeSpan.Zero || c.Plan.Length > Longest || c.Plan.Length.Ticks % TimeSpan.TicksPerMinute != 0
            ? new("length", DutyKind.Hard, "This is not a length.", "Give whole minutes, from 1 minute to 24 hours.", "length")
            : null;

    public static Finding? CheckIn(RequestCase c) =>
        c.Plan.CheckInEvery is { } every && (every < TimeSpan.FromMinutes(5) || every > c.Facts.Policy.CheckInInterval)
            ? new(
                "checkInEvery",
                DutyKind.Hard,
                "Checking in is possible more often than usual, not less.",
                $"Give between 5 and {c.Facts.Policy.CheckInInterval.TotalMinutes:0} minutes.",
                "checkInEvery"
            )
            : null;

    public static Finding? G03(RequestCase c) =>
        Enum.IsDefined(c.Plan.Purpose) && Wording.SaysSomething(c.Plan.Need, c.Facts.Policy.MinimumNeedLength) && Fits(c.Plan.Need)
            ? null
            : new(
                "G-03",
                DutyKind.Hard,
                "It is not said why this child needs time alone with this adult.",
                $"Say the need for this occasion in your own words, in {c.Facts.Policy.MinimumNeedLength} characters or more.",
                "need"
            );

    public static Finding? G05(RequestCase c) =>
        c.Plan.Safeguards.IsEmpty
            ? new("G-05", DutyKind.Hard, "There is no safeguard.", "Name at least one, and who sees to it.", "safeguards")
        : c.Plan.Safeguards.FirstOrDefault(safeguard => !FieldFinding.SaysWhy(safeguard.What)) is not null
            ? new("G-05", DutyKind.Hard, "A safeguard does not say what is done.", "Say it in words.", "safeguards")
        : !c.Plan.Safeguards.Any(safeguard => safeguard.Required)
            ? new(
                "G-05",
                DutyKind.Hard,
                "No safeguard must be in place before it starts.",
                "Mark at least one as required; the worker confirms it on starting.",
                "safeguards"
            )
        : null;

    // A walk on a public path can be made safe; a place nobody passes can't (L-31).
    public static Finding? G19(RequestCase c) =>
        c.Plan.Place is not { Secluded: true, Mitigation: var mitigation } || IsMitigated(mitigation, c)
            ? null
            : new(
                "G-19",
                DutyKind.Override,
                "The place is remote or secluded.",
                "Keep to a public way with telephone coverage, tell a colleague where, and check in more often; or a homes or service manager decides.",
                "place"
            );

    public static Finding? G20(RequestCase c) =>
        c.Plan.Inform.Any(person => person != c.Plan.Worker && !c.Facts.Child.IsBarred(person))
            ? null
            : new("G-20", DutyKind.Hard, "Nobody is told beforehand.", "Name a colleague, parent or carer who may know.", "inform");

    public static Finding? G21(RequestCase c) =>
        c.Plan.Presence switch
        {
            Presence.Present p => Unless(FieldFinding.SaysWhy(p.Reason) && p.Who != c.Plan.Worker),
            Presence.CloseBy p => Unless(FieldFinding.SaysWhy(p.Reason) && p.Who != c.Plan.Worker),
            Presence.NotNeeded p => Unless(FieldFinding.SaysWhy(p.Reason)),
            _ => Unless(false),
        };

    public static Finding? L16(RequestCase c) =>
        FieldFinding.SaysWhy(c.Plan.Considerations.Age)
        && FieldFinding.SaysWhy(c.Plan.Considerations.Gender)
        && FieldFinding.SaysWhy(c.Plan.Considerations.CaseHistory)
            ? null
            : new(
                "L-16",
                DutyKind.Hard,
                "The child's age, gender or case history has not been considered for this occasion.",
                "Say for each of the three what it means here.",
                "considerations"
            );

    public static Finding? L18(RequestCase c) =>
        c.Plan.Settings.Contains(Setting.Bedroom)
            ? new(
                "L-18",
                DutyKind.Override,
                "A bedroom is not usually a fitting place.",
                "Use another room; or a homes or service manager decides.",
                "place.setting"
            )
            : null;

    public static Finding? L19(RequestCase c) =>
        c.Plan.Settings.Contains(Setting.Bedroom) && !FieldFinding.IsText(c.Plan.Place.DoorCondition)
            ? new(
                "L-19",
                DutyKind.Hard,
                "What holds for the bedroom's door is not stated.",
                $"State it. The guidance breaks off here; this organisation reads it as: {c.Facts.Policy.DoorInterpretation}.",
                "place.doorCondition"
            )
            : null;

    public static Finding? L20(RequestCase c) =>
        c.Plan.SexualFeelings == SexualFeelingsDeclaration.No
            ? null
            : new(
                "L-20",
                DutyKind.Hard,
                "This answer is a safeguarding concern, and nobody can decide otherwise.",
                "Speak to the homes manager, who has been told.",
                "sexualFeelings"
            );

    public static Finding? L23(RequestCase c) =>
        c.Plan.Settings.Contains(Setting.WorkersHome)
            ? new(
                "L-23",
                DutyKind.Override,
                "A child does not go to a worker's own home.",
                "Meet elsewhere; or a homes or service manager decides, for special circumstances and in line with the care plan (L-24).",
                "place.setting"
            )
            : null;

    public static Finding? PlaceName(RequestCase c) =>
        FieldFinding.IsLine(c.Plan.Place.Name) && Enum.IsDefined(c.Plan.Place.Setting)
            ? null
            : new("L-21", DutyKind.Hard, "The place has no name.", "Say where, in one line.", "place.name");

    private static Finding? Unless(bool answered) =>
        answered
            ? null
            : new(
                "G-21",
                DutyKind.Ask,
                "Whether somebody should be present or close by is not answered.",
                "Name the person, other than the worker, and give the reason.",
                "presence"
            );

    private static bool IsMitigated(SeclusionMitigation? mitigation, RequestCase c) =>
        mitigation is { PublicRoute: true, PhoneCoverage: true }
        && mitigation.PersonAware != c.Plan.Worker
        && c.Plan.CheckInEvery < c.Facts.Policy.CheckInInterval;

    private static bool Fits(string text) => text.Length <= Wording.Longest;
}
