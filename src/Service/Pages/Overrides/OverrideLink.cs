using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Overrides;

/// <summary>The link by which a homes or service manager decides, finding by finding, on departures from the guidance (L-06, L-07, L-24).</summary>
internal static class OverrideLink
{
    /// <summary>The finding that also needs its grounds in the care plan.</summary>
    public const string WorkersHome = "L-23";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapLink(
            LinkPurpose.Override,
            new LinkAct("", (visit, form, _, _) => Task.FromResult(Page(visit, form, FormErrors.None))) { ReadsPast = true },
            new LinkAct("decide", DecideAsync) { ReadsPast = true }
        );

    /// <summary>A field of one finding's form; the page has a form for each.</summary>
    public static string Field(string finding, string name) => $"{finding}-{name}";

    private static async Task<IResult> DecideAsync(Visit visit, SentForm form, LinkDesk desk, CancellationToken ct)
    {
        if (form.Value("finding") is not { } finding || !Waits(visit, finding))
            return Page(visit, form, FormErrors.None);
        var command = Read(form, finding);
        if (form.Errors.Any)
            return Page(visit, form, form.Errors);
        var (after, refused) = await desk.TakeAsync(visit, command, ct);
        return after is null
            ? LinkResults.Nothing()
            : Page(after, form, LinkResults.Faults(refused, ("carePlan", Field(finding, "circumstances"))));
    }

    private static bool Waits(Visit visit, string finding) =>
        visit.Arrangement.Phase is Phase.AwaitingOverride waiting && waiting.Findings.Contains(finding);

    private static ArrangementCommand.DecideOverride Read(SentForm form, string finding)
    {
        var decision = form.Value(Field(finding, "decision"));
        if (decision is not ("allow" or "refuse"))
            form.Fault(Field(finding, "decision"), "Choose whether to allow or to refuse it.");
        var details = form.Words(Field(finding, "details"), "Say what is departed from.");
        var reasons = form.Words(Field(finding, "reasons"), "Say why.");
        var grounds = decision == "allow" && finding == WorkersHome ? Grounds(form) : null;
        return new(finding, decision == "allow", details, reasons, grounds);
    }

    private static CarePlanGrounds Grounds(SentForm form)
    {
        var circumstances = form.Words(Field(WorkersHome, "circumstances"), "Say what is special about it.");
        var reference = form.Words(Field(WorkersHome, "reference"), "Give the care plan's reference.");
        var version = form.Words(Field(WorkersHome, "version"), "Give the care plan's version.");
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && version.Length > 0)
            form.Fault(Field(WorkersHome, "version"), "Give the version as a number, such as 3.");
        return new(
            circumstances,
            reference,
            number,
            form.Words(Field(WorkersHome, "in-line"), "Say how it is in line with the care plan.")
        );
    }

    private static IResult Page(Visit visit, SentForm form, FormErrors errors) => LinkResults.Opened<OverridePage>(visit, form, errors);
}
