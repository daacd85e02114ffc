using System.Text.Json.Nodes;
using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Enters a cast over the API, as an administrator and the home's managers would.</summary>
/// <param name="api">Calls the server.</param>
/// <param name="clock">The server's clock.</param>
/// <param name="zone">The home's time zone.</param>
/// <param name="file">The file that the cast is from.</param>
internal sealed class Casting(Api api, TimeProvider clock, TimeZoneInfo zone, string file)
{
    private const string Administrator = "admin";
    private static readonly Dictionary<string, JsonObject> Nobody = [];

    /// <summary>Adopts the proposed policy (G-01).</summary>
    public Task AdoptAsync(CancellationToken ct)
    {
        api.Introduce(Administrator, ["administrator"]);
        return PutAsync("/api/policy", [], "policy", ct);
    }

    /// <summary>Enters everybody and everything, in an order in which nobody is missing.</summary>
    /// <param name="cast">Who and what is entered.</param>
    /// <param name="present">Who and what is there already; null for nobody.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="ScenarioException">The server refused one of them.</exception>
    public async Task EnterAsync(Cast cast, Cast? present, CancellationToken ct)
    {
        // Nobody needs to be in the register to begin it: the first token says administrator.
        api.Introduce(Administrator, ["administrator"]);
        foreach (var (id, person) in cast.People)
        {
            api.Introduce(id, person["roles"]?.AsArray().Select(r => r!.ToString()) ?? []);
            var entry = Bodies.Over(new() { ["id"] = id, ["email"] = AddressOf(id) }, person);
            await PutAsync($"/api/people/{id}", entry, $"people.{id}", ct);
        }
        foreach (var (id, home) in cast.Homes)
            await PutAsync($"/api/homes/{id}", Bodies.Over(new() { ["id"] = id }, home), $"homes.{id}", ct);
        foreach (var (id, child) in cast.Children)
            await PutAsync($"/api/children/{id}", Bodies.Over(new() { ["id"] = id }, child), $"children.{id}", ct);
        foreach (var (key, script) in cast.Assessments)
            await AgreeAsync($"/api/assessments/{key}", script, ContentOf(script, present, key), $"assessments.{key}", ct);
        foreach (var (child, entry) in cast.Children.Concat(present?.Children ?? Nobody))
        foreach (var (worker, person) in cast.People.Concat(present?.People ?? Nobody))
            if ((cast.Children.ContainsKey(child) || cast.People.ContainsKey(worker)) && WorksIn(person, entry["home"]?.ToString()))
                await ReadAsync(worker, child, ct);
    }

    /// <summary>The address that somebody has unless the cast says otherwise.</summary>
    public static string AddressOf(string person) => $"{person}@home.example";

    private static bool WorksIn(JsonObject person, string? home) =>
        Has(person["roles"], "worker") && Has(person["homes"], home) && person["engagement"] is not null;

    private static bool Has(JsonNode? list, string? wanted) => list?.AsArray().Any(one => one!.ToString() == wanted) == true;

    // Everybody who works with a child has read about the child before the story begins; the guidance is the policy's first.
    private async Task ReadAsync(string worker, string child, CancellationToken ct)
    {
        // As it is now: an earlier scenario may have changed it.
        var entry = (await api.GetAsync(Administrator, $"/api/children/{child}", ct)).Body;
        var read = new JsonObject
        {
            ["carePlan"] = entry?["carePlan"]?["version"]?.DeepClone(),
            ["caseHistory"] = entry?["caseHistory"]?["version"]?.DeepClone(),
        };
        var place = $"children.{child}";
        await Done(api.SendAsync(worker, "POST", $"/api/children/{child}/acknowledgements", read, null, ct), place);
        var guidance = new JsonObject { ["physicalContactGuidance"] = 1 };
        await Done(api.SendAsync(worker, "POST", $"/api/people/{worker}/acknowledgements", guidance, null, ct), place);
    }

    private Task PutAsync(string path, JsonObject body, string place, CancellationToken ct) =>
        Done(api.SendAsync(Administrator, "PUT", path, body, null, ct), place);

    private JsonObject ContentOf(AssessmentScript script, Cast? present, string key) =>
        script.Like is not { } like ? script.Content
        : present?.Assessments.GetValueOrDefault(like) is { } other ? Bodies.Over(other.Content, script.Content)
        : throw new ScenarioException(file, $"assessments.{key}.like", $"the shared cast has no '{like}'");

    private async Task AgreeAsync(string path, AssessmentScript script, JsonObject content, string place, CancellationToken ct)
    {
        foreach (var who in new[] { script.WrittenBy, script.AgreedBy })
            if (!api.Knows(who))
                throw new ScenarioException(file, place, $"nobody is called '{who}'");
        await Done(api.SendAsync(script.WrittenBy, "PUT", $"{path}/proposal", content, null, ct), $"{place}.content");
        var agreement = Bodies.WithMoments(script.Agreement, clock.GetUtcNow(), zone);
        var read = await api.GetAsync(script.AgreedBy, path, ct);
        await Done(api.SendAsync(script.AgreedBy, "POST", $"{path}/agreement", agreement, read.ETag, ct), $"{place}.agreement");
    }

    private async Task Done(Task<Reply> call, string place)
    {
        if (await call is { IsDone: false } refused)
            throw new ScenarioException(file, place, $"the server refuses it with {refused.Status}: {refused.Problem}");
    }
}
