using System.Collections.Immutable;
using OneToOne.Service.Inspection.Sections;

namespace OneToOne.Service.Inspection;

/// <summary>One section about arrangements.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is about, in words.</param>
/// <param name="Row">The type of its rows.</param>
/// <param name="Of">What it says of one arrangement in a period.</param>
internal sealed record ArrangementSection(
    string Name,
    string Title,
    Type Row,
    Func<InspectedArrangement, Period, IEnumerable<IReportRow>> Of
);

/// <summary>The sections of a report, in their order.</summary>
internal static class ReportSections
{
    public static ImmutableArray<ArrangementSection> OfArrangements { get; } =
    [
        Section("overrides", "Departures from the guidance, and what became of them", OverrideRow.Of),
        Section("declines", "Workers who found it inappropriate", DeclineRow.Of),
        Section("refusals", "Refused", RefusalRow.Of),
        Section("expiries", "Not decided in time", ExpiryRow.Of),
        Section("escalations", "Escalations, who was told and how long it took", EscalationRow.Of),
        Section("distress", "Children who were distressed or angry", DistressRow.Of),
        Section("lateNotices", "People who were told late or never", LateNoticeRow.Of),
        Section("engagedSigns", "Signs that were to keep others out", SignRow.Of),
        Section("personalNumbers", "Personal telephone numbers", NumbersRow.Of),
        Section("visits", "Bedrooms and homes", VisitRow.Of),
        Section("unplanned", "Starts that were not planned, and their reviews", UnplannedRow.Of),
        Section("recordedOnBehalf", "Approvals that somebody else wrote down", OnBehalfRow.Of),
        Section("addenda", "Added later to a record that had ended", AddendumRow.Of),
    ];

    public static SectionRows Assessments() => new("assessments", "Assessments overdue, unfinished or late", typeof(AssessmentRow));

    public static SectionRows Concerns() => new("concerns", "Safeguarding concerns", typeof(ConcernRow));

    public static SectionRows Drills() => new("drills", "Drills of the home's escalation, and who answered when", typeof(DrillRow));

    public static SectionRows Dates() => new("dates", "Dates and holds changed that the keeping of records hangs on", typeof(DateRow));

    public static SectionRows Registers() =>
        new(
            "registers",
            "Policy, on-call list, roles, addresses, who answers for children, bars and withheld whereabouts changed",
            typeof(RegisterRow)
        );

    public static SectionRows Exports() => new("exports", "What was taken for inspection", typeof(ExportRow));

    public static SectionRows People() => new("people", "The people named above, and their roles now", typeof(PersonRow));

    private static ArrangementSection Section<TRow>(string name, string title, Func<InspectedArrangement, Period, IEnumerable<TRow>> of)
        where TRow : class, IReportRow => new(name, title, typeof(TRow), of);
}
