using System.Text;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Guidance;

/// <summary>Writes the table of duties as <c>docs/guidance.md</c>.</summary>
internal static class GuidanceDocument
{
    private static readonly (DutyKind Kind, string Meaning)[] Kinds =
    [
        (DutyKind.Hard, "refuses; nobody can override"),
        (DutyKind.Override, "refuses, unless a homes manager or service manager records a decision with details and reasons"),
        (DutyKind.Ask, "demands an answer, with no default, and keeps it"),
        (DutyKind.Record, "keeps it, with author and time"),
        (DutyKind.Notify, "tells somebody and keeps proof of having told them"),
        (DutyKind.Report, "can show it on demand"),
        (DutyKind.Clock, "does it by itself when the time comes"),
        (DutyKind.Principle, "holds to it throughout; no single rule enforces it"),
    ];

    public static string Write()
    {
        var text = new StringBuilder(
            """
            # What the guidance asks, and what the product does about it

            Made from `src/Domain/Guidance/Duties.cs`; do not edit. Write it anew with `UPDATE_DOCS=1 dotnet test tests/Domain.Tests`.

            Each row is one sentence of the guidance in our own words. From it the line leads to the rule, whose file mentions its id; to the test
            named after it, which goes through the API; and to where a client of the API meets it. The same id stands in the finding that a client
            receives. `GET /api/guidance` says the same to a program.


            """
        );
        text.Append(
            Invariant(
                $"{Duties.All.Count(d => d.IsEnforced)} of {Duties.All.Length} rows are enforced; {Duties.All.Count(d => RowFiles.Test(d) is not null)} have a test of their own.\n\n| kind | the software … |\n|---|---|\n"
            )
        );
        foreach (var (kind, meaning) in Kinds)
            text.Append(Invariant($"| {Name(kind)} | {meaning} |\n"));
        foreach (var (section, name) in Duties.Sections)
            Add(text, $"{section}: {name}", Duties.All.Where(duty => duty.Section == section));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string title, IEnumerable<Duty> rows)
    {
        text.Append(
            Invariant($"\n## {title}\n\n| id | what is asked | kind | status | rule | test | API |\n|---|---|---|---|---|---|---|\n")
        );
        foreach (var duty in rows)
        {
            var kinds = string.Join(", ", duty.Kinds.Select(Name));
            var rules = string.Join("<br>", RowFiles.Rules(duty).Select(Link));
            var test = RowFiles.Test(duty) is { } file ? Link(file) : "";
            text.Append(Invariant($"| {duty.Id} | {duty.Words} | {kinds} | {Status(duty)} | {rules} | {test} | `{duty.Api}` |\n"));
        }
    }

    private static string Link(string file) => Invariant($"[{Path.GetFileNameWithoutExtension(file)}](../{file})");

    private static string Status(Duty duty) =>
        duty.IsEnforced ? "**enforced**"
        : duty.Kinds.Contains(DutyKind.Principle) ? "held to"
        : "not yet";

    private static string Name(DutyKind kind) => kind == DutyKind.Principle ? "–" : kind.ToString().ToUpperInvariant();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
