namespace OneToOne.Domain.Tests;

/// <summary>The files of this repository, for tests that hold a document and the code together.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Whether documents that are made from the code are to be written anew: <c>UPDATE_DOCS=1 dotnet test …</c>.</summary>
    public static bool UpdatesDocuments => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Holds a document to what the code says, or writes it anew.</summary>
    public static void Holds(string relative, string expected)
    {
        if (UpdatesDocuments)
            File.WriteAllText(PathOf(relative), expected);
        Assert.True(
            File.Exists(PathOf(relative)) && Read(relative) == expected,
            $"{relative} is not what the code says. Write it anew: run this test with UPDATE_DOCS=1"
        );
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "OneToOne.Standalone.slnf")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new InvalidOperationException("these tests run from within the repository");
}
