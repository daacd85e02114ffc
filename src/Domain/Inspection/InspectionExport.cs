namespace OneToOne.Domain.Inspection;

/// <summary>The format of an export.</summary>
public enum ExportFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>Comma-separated values (RFC 4180).</summary>
    Csv,

    /// <summary>A page for printing.</summary>
    Page,
}

/// <summary>That somebody took what is available for inspection (L-08). Written before anything is handed out, and never changed.</summary>
public sealed record InspectionExport
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The home that it is about.</summary>
    public required HomeId Home { get; init; }

    /// <summary>Who took it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The first day of its period, by the home's calendar.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>In which format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }
}

/// <summary>What happens to an export.</summary>
public abstract record InspectionExportEvent
{
    private InspectionExportEvent() { }

    /// <summary>It was made.</summary>
    /// <param name="Export">The export.</param>
    public sealed record Made(InspectionExport Export) : InspectionExportEvent;
}
