using System.Text.Json.Nodes;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>One arrangement as those see it who may see everything of it: its present state and its whole history.</summary>
/// <param name="api">Calls the server.</param>
/// <param name="person">Who looks.</param>
internal sealed class Observer(Api api, string person)
{
    private string? id;
    private readonly List<JsonObject> history = [];

    /// <summary>The arrangement's id.</summary>
    public string Id => id ?? throw new StepFailedException("nothing has been asked for yet");

    /// <summary>Whether there is an arrangement.</summary>
    public bool HasOne => id is not null;

    /// <summary>All that happened so far, as it was read last.</summary>
    public IReadOnlyList<JsonObject> History => history;

    /// <summary>Looks at another arrangement from now on.</summary>
    public void Follow(string arrangement)
    {
        id = arrangement;
        history.Clear();
    }

    /// <summary>Looks at none.</summary>
    public void Leave()
    {
        id = null;
        history.Clear();
    }

    /// <summary>Reads the arrangement.</summary>
    public async Task<JsonObject> LookAsync(CancellationToken ct) => (await ReadAsync($"/api/arrangements/{Id}", ct)).AsObject();

    /// <summary>Reads what has happened since the last time.</summary>
    public async Task<IReadOnlyList<JsonObject>> LookBackAsync(CancellationToken ct)
    {
        if (!HasOne)
            return [];
        var entries = new List<JsonObject>();
        string? continuation = null;
        do
        {
            var more = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = await ReadAsync($"/api/arrangements/{Id}/history?limit=200{more}", ct);
            entries.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            continuation = page["continuation"]?.ToString();
        } while (continuation is not null);
        var fresh = entries[history.Count..];
        history.AddRange(fresh);
        return fresh;
    }

    private async Task<JsonNode> ReadAsync(string path, CancellationToken ct) =>
        await api.GetAsync(person, path, ct) is { IsDone: true, Body: { } body }
            ? body
            : throw new StepFailedException($"{person}, who watches, cannot see {path}");
}
