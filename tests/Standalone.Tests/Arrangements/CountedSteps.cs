using OneToOne.CosmosGateway;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Properties;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>Takes steps on the Cosmos engine and counts what each asks of the account.</summary>
internal sealed class CountedSteps(InMemoryAccount account, CountedCalls store)
{
    private readonly SortedDictionary<string, string> rows = new(StringComparer.Ordinal);

    /// <summary>A row for each command, in the order of their names.</summary>
    public IEnumerable<string> Rows => rows.Values;

    /// <summary>The commands that were counted.</summary>
    public IEnumerable<string> Counted => rows.Keys;

    /// <summary>Takes a step, which must be done.</summary>
    public async Task TakeAsync(Scene scene, Person? by, ArrangementCommand command)
    {
        account.Requests.Clear();
        store.Reads = 0;
        await scene.DoneAsync(by, command);
        var asked = account.Requests.All.Where(request => request.Kind is not RequestKind.Metadata).ToList();

        // What starts asks what else goes on, before and after.
        var queries = asked.RemoveAll(request => request.Kind is RequestKind.Query or RequestKind.QueryPlan);
        Assert.Equal(command is ArrangementCommand.Start or ArrangementCommand.StartUnplanned, queries > 0);
        var before = asked.TakeWhile(request => request.Kind is RequestKind.PointRead).ToList();
        Assert.Equal(RequestKind.Batch, asked[before.Count].Kind);
        var after = asked.Skip(before.Count + 1).ToList();
        Assert.All(after, request => Assert.Equal(RequestKind.PointRead, request.Kind));

        Assert.Contains(scene.Id.Value, before[0].Path, StringComparison.Ordinal);
        var registers = before.Skip(1).ToList();
        Assert.Distinct(registers);
        var again = registers.Where(request => TypeOf(request) != DocumentTypes.Organisation.Name).ToHashSet();
        Assert.True(after.Count == 0 || (after.Count == again.Count && again.SetEquals(after)), "Others were looked at again.");
        // The record, at most two waves of registers, and one look again.
        Assert.InRange(store.Reads, 2, after.Count == 0 ? 3 : 4);
        Row(command.GetType().Name, registers, after.Count);
    }

    private void Row(string command, List<LoggedRequest> registers, int again)
    {
        var types = registers.GroupBy(TypeOf).OrderBy(type => type.Key, StringComparer.Ordinal);
        var names = types.Select(type => type.Count() == 1 ? type.Key : $"{type.Count()} {type.Key}");
        rows[command] =
            $"| {command} | {string.Join(", ", names)} | {1 + registers.Count} | {(again == 0 ? "–" : again)} | {2 + registers.Count + again} |";
    }

    private static string TypeOf(LoggedRequest request) => request.Path.Split('/')[^1].Split('.')[0];
}
