namespace OneToOne.Standalone.Demo.Timeline;

/// <summary>The colours of a terminal, or none.</summary>
/// <param name="on">Whether there are colours.</param>
internal sealed class Paint(bool on)
{
    private const string End = "\u001b[0m";

    /// <summary>Whether whoever watches the console wants colours: they can see them, and did not say no (https://no-color.org).</summary>
    public static bool IsWanted => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public string Bold(string text) => With("1", text);

    public string Dim(string text) => With("2", text);

    public string Good(string text) => With("32", text);

    public string Bad(string text) => With("1;31", text);

    public string Alarm(string text) => With("33", text);

    public string Person(string text) => With("36", text);

    public string Mail(string text) => With("34", text);

    private string With(string code, string text) => on ? $"\u001b[{code}m{text}{End}" : text;
}
