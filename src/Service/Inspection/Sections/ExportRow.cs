using OneToOne.Domain;
using OneToOne.Domain.Inspection;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>
/// Somebody took what is available for inspection (L-08). How many rows it had is for inspectors and for whoever took it: against their own
/// number, another head could reckon what is kept from them.
/// </summary>
internal sealed record ExportRow(string Export, PersonId By, DateTimeOffset At, DateOnly From, DateOnly To, ExportFormat Format, int? Rows)
    : IReportRow
{
    DateTimeOffset? IReportRow.Moment => At;

    public static ExportRow Of(InspectionExport export, bool counts) =>
        new(export.Id, export.By, export.At, export.From, export.To, export.Format, counts ? export.Rows : null);
}
