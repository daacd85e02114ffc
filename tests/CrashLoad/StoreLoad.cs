using System.Text;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

namespace OneToOne.CrashLoad;

/// <summary>Commits without end, and says so line by line as each is answered, until it is killed.</summary>
internal static class StoreLoad
{
    private const int Writers = 8;

    public static async Task RunAsync(string path)
    {
        using var store = SqliteDocumentStore.Open(path, Ledger.Schema);
        await using var output = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(store, output))));
    }

    private static async Task WriteAsync(SqliteDocumentStore store, Stream output)
    {
        while (true)
        {
            var partition = Ledger.Partitions[Random.Shared.Next(Ledger.Partitions.Length)];
            var current = await store.ReadAsync(new(partition, Ledger.State, "state"), default);
            var commit = Ledger.Next(partition, Guid.NewGuid().ToString("N"), current, new string('x', Random.Shared.Next(3000)));
            if (await store.CommitAsync(commit, default) is CommitResult.Committed)
                Acknowledge(output, $"{partition} {commit.Operations[1].Id} {commit.CommandId}\n");
        }
    }

    // One write for a line: a pipe takes it whole or not at all.
    private static void Acknowledge(Stream output, string line) => output.Write(Encoding.ASCII.GetBytes(line));
}
