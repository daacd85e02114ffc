using System.Collections.Immutable;
using OneToOne.Domain;

namespace OneToOne.Service.Inspection;

/// <summary>What is available for inspection of one home and period (L-08). People and children are ids.</summary>
/// <param name="Export">The id under which this export is on record.</param>
/// <param name="Home">The home.</param>
/// <param name="From">The first day, by the home's calendar.</param>
/// <param name="To">The last day.</param>
/// <param name="MadeAt">When it was made; what became of things is as of then.</param>
/// <param name="MadeBy">For whom.</param>
/// <param name="Rows">How many rows all sections have together.</param>
/// <param name="Sections">The sections.</param>
/// <param name="Unreadable">How many records are not in it because a newer version of the program has written to them; concerns count for inspectors alone.</param>
public sealed record InspectionReport(
    string Export,
    HomeId Home,
    DateOnly From,
    DateOnly To,
    DateTimeOffset MadeAt,
    PersonId MadeBy,
    int Rows,
    ImmutableArray<ReportSection> Sections,
    int Unreadable
);
