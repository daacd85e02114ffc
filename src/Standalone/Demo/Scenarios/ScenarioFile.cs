using System.Text.Json;
using System.Text.Json.Serialization;
using OneToOne.Domain.Guidance;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>Reads scenarios and casts, and refuses what it does not understand.</summary>
internal static class ScenarioFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScenarioException">It cannot be played.</exception>
    public static Scenario ReadScenario(string path)
    {
        var text = Read<ScenarioText>(path);
        var file = Path.GetFileName(path);
        var steps = new StepReader(file);
        if (!DayTime.TryParse(text.Begins, out var begins))
            throw new ScenarioException(file, "begins", $"'{text.Begins}' is no time such as '17:30' or 'friday 17:30'");
        if (text.Steps.IsDefaultOrEmpty)
            throw new ScenarioException(file, "steps", "nothing happens");
        if (text.Shows.FirstOrDefault(id => Duties.Of(id) is null) is { } unknown)
            throw new ScenarioException(file, "shows", $"there is no duty '{unknown}'");
        return new(file, text.Title, text.About, begins, text.Cast ?? new(), [.. text.Steps.Select(steps.Read)], text.Shows);
    }

    /// <summary>Reads a cast.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScenarioException">It cannot be used.</exception>
    public static Cast ReadCast(string path) => Read<Cast>(path);

    private static T Read<T>(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new ScenarioException(file, "", "it is empty");
        }
        catch (JsonException e)
        {
            throw new ScenarioException(file, $"line {e.LineNumber + 1}, {e.Path}", Short(e.Message));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new ScenarioException(file, "", $"it cannot be read ({e.Message})");
        }
    }

    // The serializer repeats path and line at the end, and names our types.
    private static string Short(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = end < 0 ? message : message[..end];
        return text.Contains("could not be mapped", StringComparison.Ordinal) ? $"{text.Split('\'')[1]} is no field known here" : text;
    }
}
