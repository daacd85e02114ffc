using System.CommandLine;
using Microsoft.Data.Sqlite;
using OneToOne.Domain.Children;
using OneToOne.Domain.Retention;
using OneToOne.Service.Retention;
using OneToOne.Standalone.Commands;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>A house with one closed arrangement about a child who, as the register says since, died 16 years ago.</summary>
internal sealed class OldHouse : IAsyncDisposable
{
    /// <summary>A word that stands in the record of the session, and nowhere else.</summary>
    public const string Word = "Chrysanthemum";

    private OldHouse(OakHouse house, string arrangement) => (House, Arrangement) = (house, arrangement);

    public OakHouse House { get; }

    public string Arrangement { get; }

    public static string Db(OakHouse house) => Path.Combine(house.Server.Folder, "onetoone.db");

    public static async Task<OldHouse> OpenAsync()
    {
        var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var id = await house.ClosedAsync(OakHouse.GoodRecord with { Summary = $"We planted a {Word} together and talked." });
        await house.Server.PassAsync(TimeSpan.Zero);
        var old = new OldHouse(house, id);
        await old.ChangeAsync(child => child with { DateOfBirth = new(2001, 5, 4), DiedOn = new(2010, 1, 2), AdmittedOn = null });
        await old.SettleAsync();
        return old;
    }

    public async Task ChangeAsync(Func<Child, Child> change)
    {
        var read = await House.Administrator.GetAsync("/api/children/cleo");
        (await House.Administrator.PutAsync("/api/children/cleo", change(read.IsDone().As<Child>()), read.ETag)).IsDone();
        await House.Server.PassAsync(TimeSpan.Zero);
    }

    /// <summary>Lets pass what a change of dates must have stood; at the same hour by the home's clocks, which change in March.</summary>
    public Task SettleAsync() => House.Server.PassAsync(TimeSpan.FromDays(31) - TimeSpan.FromHours(1));

    /// <summary>Holds the child, or lifts the hold.</summary>
    public async Task HoldAsync(string what = "")
    {
        var read = await House.HomesManager.GetAsync("/api/children/cleo");
        (
            await House.HomesManager.PostAsync($"/api/children/cleo/legal-hold{what}", new HoldReason("An inquiry"), ifMatch: read.ETag)
        ).IsDone();
    }

    public async Task<RetentionRun> ProposedAsync() =>
        (await House.HomesManager.PostAsync("/api/retention/runs", new RunWanted(Registered.Oak))).IsDone().As<RetentionRun>();

    public async Task<Reply> ApproveAsync(RetentionRun run, Api? by = null)
    {
        var read = (await House.ServiceManager.GetAsync($"/api/retention/runs/{run.Id}")).IsDone();
        return await (by ?? House.ServiceManager).PostAsync(
            $"/api/retention/runs/{run.Id}/approval",
            new RunApproving("Their time is over and nobody needs them"),
            ifMatch: read.ETag
        );
    }

    /// <summary>Lets the clock carry a run out.</summary>
    public async Task<RetentionRun> CarriedOutAsync(RetentionRun run)
    {
        await House.Server.PassAsync(TimeSpan.FromMinutes(1));
        return (await House.ServiceManager.GetAsync($"/api/retention/runs/{run.Id}")).IsDone().As<RetentionRun>();
    }

    /// <summary>Whether the bytes of a word are in any file of the store.</summary>
    public bool IsInTheFiles(string word)
    {
        SqliteConnection.ClearAllPools();
        return Directory
            .GetFiles(Path.GetDirectoryName(Db(House))!, "onetoone.db*")
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Any(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0;
            });
    }

    public async Task<(int Exit, string Said)> VerifyAsync()
    {
        using var output = new StringWriter();
        var exit = await CommandLine.Run(["verify", "--data", House.Server.Folder], new InvocationConfiguration { Output = output });
        return (exit, output.ToString());
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)House).DisposeAsync();
}
