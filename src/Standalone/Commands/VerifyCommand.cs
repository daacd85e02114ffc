using System.CommandLine;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Records;
using OneToOne.Service.Store;
using OneToOne.Standalone.Checkpoints;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Standalone.Commands;

/// <summary><c>verify</c>: reads every history and names the entry that is broken, if one is.</summary>
internal static class VerifyCommand
{
    private const int Broken = 1;

    // Whoever rewrites a whole history and takes the checkpoints away is not to be told that all is well.
    private const int NothingToCompare = 2;

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var store = CommonOptions.Store();
        var command = new Command("verify", "Check that no history has been changed, also while the server runs.") { data, store };
        command.SetAction(
            async (parsed, ct) =>
            {
                var settings = ServerSettings.Read(
                    parsed.GetRequiredValue(data),
                    ListenUrls.Default,
                    overrides: CommonOptions.Chosen(parsed.GetValue(store))
                );
                await using var opened = StoreCommand.OpenToRead(settings);
                using var shelf = new CheckpointFolder(settings.Data.Checkpoints);
                var verification = new Verification(opened.GetRequiredService<IDocumentStore>());
                var (checkpoints, report) = await new Checkpointing(verification, shelf, TimeProvider.System).VerifyAsync(ct);
                var output = parsed.InvocationConfiguration.Output;
                foreach (var fault in report.Faults)
                    await output.WriteLineAsync($"{fault.Record}: {fault.Problem}");
                await output.WriteLineAsync(
                    $"verify: {report.Records} records, {report.Entries} history entries, {report.Faults.Count} faults"
                );
                if (checkpoints == 0)
                    await output.WriteLineAsync(
                        $"verify: no checkpoint was found in {settings.Data.Checkpoints}: only each history by itself was verified"
                    );
                return report.Faults.Count > 0 ? Broken
                    : checkpoints == 0 ? NothingToCompare
                    : 0;
            }
        );
        Examples.Add(command, "verify", "verify --data /srv/onetoone");
        return command;
    }
}
