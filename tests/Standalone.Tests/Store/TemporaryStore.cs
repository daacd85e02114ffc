using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.Standalone.Tests.Store;

/// <summary>A store in a folder of its own, removed with it.</summary>
internal sealed class TemporaryStore(StoreSchema schema) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private SqliteDocumentStore? open;

    public string Path => System.IO.Path.Combine(folder.FullName, "store.db");

    public SqliteDocumentStore Store => open ??= SqliteDocumentStore.Open(Path, schema);

    public void Close()
    {
        open?.Dispose();
        open = null;
    }

    public void Dispose()
    {
        Close();
        folder.Delete(recursive: true);
    }
}
