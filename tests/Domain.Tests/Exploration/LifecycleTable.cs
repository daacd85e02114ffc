using System.Globalization;
using System.Text;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Domain.Tests.Arrangements;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>What can happen in each phase, as an exploration saw it: the table of docs/lifecycle.md.</summary>
internal sealed class LifecycleTable
{
    private static readonly string[] Phases =
    [
        nameof(Phase.AwaitingOverride),
        nameof(Phase.AwaitingApproval),
        nameof(Phase.Approved),
        nameof(Phase.InForce),
        nameof(Phase.Suspended),
        nameof(Phase.Active),
        nameof(Phase.AwaitingCloseOut),
        nameof(Phase.AwaitingExplanation),
        nameof(Phase.Closed),
        nameof(Phase.Refused),
        nameof(Phase.Expired),
        nameof(Phase.Withdrawn),
        nameof(Phase.DeclinedByWorker),
        nameof(Phase.Lapsed),
        nameof(Phase.EndedByReview),
    ];

    private static readonly string[] Managers = ["senior", "homes manager", "service manager"];
    private static readonly string[] Staff = ["requester", "worker", "colleague", .. Managers];

    private readonly SortedDictionary<string, SortedDictionary<string, HashSet<string>>> commands = [];
    private readonly SortedDictionary<string, SortedSet<string>> clocks = [];
    private readonly SortedDictionary<string, SortedSet<string>> registers = [];
    private readonly HashSet<string> neverFinal = [.. Phases];

    public void Note(Transition step)
    {
        if (step.To.Arrangement.IsFinal)
            neverFinal.Remove(step.To.Phase);
        if (step.From is not { } from)
            return;
        if (step.By == "clock")
            In(clocks, from.Phase).UnionWith(Names(step));
        else if (step.By == "registers")
            In(registers, from.Phase).UnionWith(Names(step));
        else
            NoteCommand(from.Phase, step.What, step.By == "other parent" ? "parent" : step.By);
    }

    /// <summary>The commands that were accepted somewhere.</summary>
    public IEnumerable<string> CommandNames => commands.Values.SelectMany(row => row.Keys).Distinct();

    /// <summary>The table as Markdown.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine("| phase | commands, and who may give them | clocks | register changes | final |");
        text.AppendLine("|---|---|---|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| *nothing yet* | {Beginning} | – | – | no |");
        foreach (var phase in Phases)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| **{Words(phase)}** | {Commands(phase)} | {List(clocks, phase)} | {List(registers, phase)} | {(neverFinal.Contains(phase) ? "no" : "once nothing is open")} |"
            );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Beginning =>
        string.Join(
            "; ",
            new ArrangementCommand[]
            {
                new ArrangementCommand.Request(Story.Id, World.Plan),
                Beginnings.Planned,
                new ArrangementCommand.StartUnplanned(Story.Id, Beginnings.Talk, Registers.Colleague.Id),
            }.Select(c => $"*{Words(c.GetType().Name)}*: {Roles([.. Moves.Actors.Where(a => Begins(c, a.Person)).Select(a => a.Role)])}")
        );

    private static bool Begins(ArrangementCommand command, Person by) =>
        ArrangementDecider.Decide(
            null,
            command,
            World.Due(World.Far).Under(Beginnings.Agreement).Facts with
            {
                Actor = by,
            },
            World.Beginning
        ) is Decision<ArrangementEvent>.Accepted;

    private void NoteCommand(string phase, string command, string role)
    {
        if (!commands.TryGetValue(phase, out var row))
            commands.Add(phase, row = []);
        if (!row.TryGetValue(command, out var roles))
            row.Add(command, roles = []);
        roles.Add(role);
    }

    private static SortedSet<string> In(SortedDictionary<string, SortedSet<string>> rows, string phase)
    {
        if (!rows.TryGetValue(phase, out var row))
            rows.Add(phase, row = []);
        return row;
    }

    private static IEnumerable<string> Names(Transition step) => step.Events.Select(e => Words(e.GetType().Name));

    private string Commands(string phase) =>
        commands.TryGetValue(phase, out var row) ? string.Join("; ", row.Select(c => $"*{Words(c.Key)}*: {Roles(c.Value)}")) : "–";

    private static string List(SortedDictionary<string, SortedSet<string>> rows, string phase) =>
        rows.TryGetValue(phase, out var row) && row.Count > 0 ? string.Join(", ", row) : "–";

    private static string Roles(HashSet<string> roles)
    {
        string[] named =
            roles.IsSupersetOf(Staff) ? ["all staff", .. roles.Except(Staff).Order()]
            : roles.IsSupersetOf(Managers) ? [.. roles.Except(Managers).Order(), "managers"]
            : [.. roles.Order()];
        return string.Join(", ", named);
    }

    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
