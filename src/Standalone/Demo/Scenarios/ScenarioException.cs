namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>A scenario file that cannot be played; the message names the file, the place in it and what is wrong.</summary>
internal sealed class ScenarioException(string file, string place, string problem)
    : Exception(place.Length == 0 ? $"{file}: {problem}" : $"{file}, {place}: {problem}");
