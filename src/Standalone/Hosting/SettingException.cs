namespace OneToOne.Standalone.Hosting;

/// <summary>A setting with which the program cannot start; the message names it and is for whoever starts the program.</summary>
internal sealed class SettingException(string setting, string problem) : Exception($"{setting}: {problem}.");
