using OneToOne.Standalone.Demo;

namespace OneToOne.Standalone.Tests.Demo;

/// <summary>A folder of scenarios that a test writes, with the shared cast that comes with the program.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onetoone-scenarios-");

    public ScenarioFolder() => File.Copy(System.IO.Path.Combine(Script.Folder, Script.CastFile), In(Script.CastFile));

    public string Path => folder.FullName;

    /// <summary>Writes a scenario with these steps.</summary>
    public string Write(string name, string steps, string begins = "16:00")
    {
        var text = $$"""{ "title": "A test", "about": "What is tested.", "begins": "{{begins}}", "steps": [{{steps}}] }""";
        return WriteAll(name, text);
    }

    /// <summary>Writes a file.</summary>
    public string WriteAll(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string name) => System.IO.Path.Combine(folder.FullName, name);
}
