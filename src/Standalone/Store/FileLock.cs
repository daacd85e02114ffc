namespace OneToOne.Standalone.Store;

/// <summary>
/// Keeps a second process, which would have a writer of its own, away from a store. The operating system frees it when the process ends,
/// however it ends, so the lock's file may stay.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;

    public FileLock(string path)
    {
        try
        {
            stream = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreFileException($"The store '{path}' is in use by another process, or its folder cannot be written to.", e);
        }
    }

    public void Dispose() => stream.Dispose();
}
