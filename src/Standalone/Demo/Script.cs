using OneToOne.Standalone.Demo.Scenarios;

namespace OneToOne.Standalone.Demo;

/// <summary>All that a folder of scenarios says.</summary>
/// <param name="Cast">The shared cast.</param>
/// <param name="Scenarios">The scenarios, by file name.</param>
/// <param name="Kept">What <c>--keep</c> leaves open.</param>
internal sealed record Script(Cast Cast, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Scenario> Kept)
{
    /// <summary>The file of the shared cast.</summary>
    public const string CastFile = "cast.json";

    private const string KeptFolder = "keep";

    /// <summary>The folder that comes with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The time zone of the cast's first home.</summary>
    public TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Cast.Homes.Values.FirstOrDefault()?["timeZone"]?.ToString() ?? "", out var zone)
            ? zone
            : throw new ScenarioException(CastFile, "homes", "the first home has no time zone such as 'Europe/London'");

    /// <summary>Who sees everything: the cast's first service manager.</summary>
    public string Watcher =>
        Cast.People.FirstOrDefault(p => p.Value["roles"]?.AsArray().Any(r => r?.ToString() == "serviceManager") == true).Key
        ?? throw new ScenarioException(CastFile, "people", "nobody is a service manager, and so nobody could look on");

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Which scenarios, without the files' ending; empty for all.</param>
    /// <exception cref="ScenarioException">A file cannot be played, or is not there.</exception>
    public static Script Read(string folder, IReadOnlyCollection<string> names)
    {
        var cast = ScenarioFile.ReadCast(Path.Combine(folder, CastFile));
        var all = ReadAll(folder).ToList();
        if (names.Except(all.Select(s => s.Name)).FirstOrDefault() is { } unknown)
            throw new ScenarioException(unknown, "", $"no such scenario; there are {string.Join(", ", all.Select(s => s.Name))}");
        if (all.Count == 0)
            throw new ScenarioException(folder, "", "there is no scenario in this folder");
        var kept = Path.Combine(folder, KeptFolder);
        return new(cast, [.. all.Where(s => names.Count == 0 || names.Contains(s.Name))], Directory.Exists(kept) ? [.. ReadAll(kept)] : []);
    }

    private static IEnumerable<Scenario> ReadAll(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.json")
            .Where(path => Path.GetFileName(path) != CastFile)
            .Order(StringComparer.Ordinal)
            .Select(ScenarioFile.ReadScenario);
}
