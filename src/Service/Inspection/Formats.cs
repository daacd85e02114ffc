using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Inspection;

namespace OneToOne.Service.Inspection;

/// <summary>In which format a caller wants an answer: as the address says, or else as their program accepts it.</summary>
internal static class Formats
{
    public const string Csv = "text/csv";

    /// <summary>The finding when the address names none that there is.</summary>
    public static readonly Finding Unknown = new(
        "format",
        DutyKind.Hard,
        "There is no such format.",
        "Ask for json, csv or page, or leave it out.",
        "format"
    );

    private static readonly (string Name, string MediaType, ExportFormat Format)[] All =
    [
        ("json", "application/json", ExportFormat.Json),
        ("csv", Csv, ExportFormat.Csv),
        ("page", "text/html", ExportFormat.Page),
    ];

    /// <summary>What is wanted; JSON where nothing is said.</summary>
    /// <param name="request">The request.</param>
    /// <param name="asked">What the address says; null when it says nothing.</param>
    /// <returns>The format; null when the address names none that there is.</returns>
    public static ExportFormat? Of(HttpRequest request, string? asked) =>
        asked is { Length: > 0 }
            ? All.Where(one => one.Name == asked).Select(one => (ExportFormat?)one.Format).FirstOrDefault()
            : Accepted(request);

    private static ExportFormat Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1);
        foreach (var type in accepted)
        foreach (var (_, mediaType, format) in All)
            if (type.Quality is not 0 && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
                return format;
        return ExportFormat.Json;
    }
}
