namespace OneToOne.Service.Inspection.Sections;

/// <summary>A row of a report.</summary>
internal interface IReportRow
{
    /// <summary>The moment by which it stands in its section; null in one that is in the order of what its rows say. It is no column.</summary>
    DateTimeOffset? Moment { get; }
}
