using OneToOne.Domain;
using OneToOne.Domain.Inspection;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Somebody took what is available for inspection (L-08).</summary>
internal sealed record ExportRow(string Export, PersonId By, DateTimeOffset At, DateOnly From, DateOnly To, ExportFormat Format, int Rows)
    : IReportRow
{
    DateTimeOffset? IReportRow.Moment => At;

    public static ExportRow Of(InspectionExport export) =>
        new(export.Id, export.By, export.At, export.From, export.To, export.Format, export.Rows);
}
