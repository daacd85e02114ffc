using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Inspection;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection;

/// <summary>What is available for inspection (L-08).</summary>
internal static class InspectionEndpoints
{
    private static readonly Finding NoPeriod = new(
        "period",
        DutyKind.Hard,
        "This is not a period.",
        $"Give a first and a last day, at most {Period.LongestDays} days.",
        "to"
    );

    private static readonly Finding TooMuch = new(
        "period",
        DutyKind.Hard,
        $"This is more than the {InspectionReader.MostRows} rows that one report may have.",
        "Ask for a shorter period, one after the other.",
        "from"
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/inspection", GetAsync)
            .RequireAuthorization(Access.Inspectors)
            .WithTags("Inspection")
            .WithSummary(
                "What is available for inspection of one home and period, as JSON, CSV or a page for printing. That it was taken is on record before it is sent."
            )
            .Produces<InspectionReport>()
            .Produces<string>(StatusCodes.Status200OK, Formats.Csv)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> GetAsync(
        [Description("The home.")] HomeId home,
        [Description("The first day, by the home's calendar, such as 2026-03-01.")] DateOnly from,
        [Description("The last day.")] DateOnly to,
        [Description("json, csv or page; what the program accepts when not said.")] string? format,
        HttpRequest request,
        Caller caller,
        RegisterReader registers,
        InspectionReader reader,
        Ledger ledger,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await registers.HomeAsync(home, ct) is not { } its || await registers.PersonAsync(caller.Person, ct) is not { } person)
            return Findings.Nothing();
        var sight = Sights.OfHome(caller, person, its, now);
        if (sight is not (Sight.Head or Sight.Inspector))
            return Findings.Nothing();
        if (Formats.Of(request, format) is not { } wanted)
            return Refusal.Of(StatusCodes.Status400BadRequest, Formats.Unknown);
        if (Period.Of(from, to, its) is not { } period)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, NoPeriod);
        if (await reader.ReadAsync(its, period, caller.Person, sight, now, ct) is not { } read)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, TooMuch);
        var export = new InspectionExport
        {
            Id = Guid.NewGuid().ToString("N"),
            Home = home,
            By = caller.Person,
            At = now,
            From = from,
            To = to,
            Format = wanted,
            Rows = read.Sections.Sum(section => section.Rows.Length),
        };
        // Nothing is handed out that is not on record; what is on record may not have arrived.
        await InspectionExports.KeepAsync(ledger, export);
        var report = new InspectionReport(export.Id, home, from, to, now, caller.Person, export.Rows, read.Sections, read.Unreadable);
        return Send(report, wanted, its.TimeZone, request.HttpContext);
    }

    private static IResult Send(InspectionReport report, ExportFormat format, string timeZone, HttpContext context)
    {
        if (format is ExportFormat.Json)
            return Answer.Ok(report);
        if (format is ExportFormat.Page)
            return new RazorComponentResult<InspectionPage>(new { Report = report, TimeZone = timeZone });
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"inspection-{report.Home}-{report.From:yyyy-MM-dd}-{report.To:yyyy-MM-dd}.csv"
        );
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return TypedResults.Text(CsvReport.Of(report), $"{Formats.Csv}; charset=utf-8; header=present", Encoding.UTF8);
    }
}
