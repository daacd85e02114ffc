using OneToOne.CrashLoad;
using OneToOne.Service.Store;
using OneToOne.Standalone.Store;

// Commits without end, and says so line by line as each is answered, until it is killed.
using var store = SqliteDocumentStore.Open(args[0], Ledger.Schema);
var output = Console.OpenStandardOutput();
await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Work)));

async Task Work()
{
    while (true)
    {
        var partition = Ledger.Partitions[Random.Shared.Next(Ledger.Partitions.Length)];
        var current = await store.ReadAsync(new(partition, Ledger.State, "state"), default);
        var commit = Ledger.Next(partition, Guid.NewGuid().ToString("N"), current, new string('x', Random.Shared.Next(3000)));
        if (await store.CommitAsync(commit, default) is CommitResult.Committed)
            Acknowledge($"{partition} {commit.Operations[1].Id} {commit.CommandId}\n");
    }
}

// One write for a line: a pipe takes it whole or not at all.
void Acknowledge(string line) => output.Write(System.Text.Encoding.ASCII.GetBytes(line));
