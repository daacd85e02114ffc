namespace OneToOne.Bench.Tools;

/// <summary>A folder of its own for one measurement, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-bench-");

    public string Path => folder.FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
