using System.CommandLine;
using Microsoft.Data.Sqlite;
using OneToOne.Domain.Concerns;
using OneToOne.Standalone.Commands;
using OneToOne.Standalone.Store;
using OneToOne.Standalone.Tests.Concerns;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Retention;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Store;

/// <summary>A store's file as an earlier program made it.</summary>
[Trait("Store", "Own")]
public sealed class EarlierFileTests : IAsyncLifetime
{
    // Concerns without their child, no drills, and an index fewer.
    private const string Earlier = """
        ALTER TABLE concern RENAME TO later;
        CREATE TABLE "concern" (n INTEGER PRIMARY KEY, partition TEXT NOT NULL, id TEXT NOT NULL, command TEXT NOT NULL, "dueAt" TEXT, "home" TEXT, "createdAt" TEXT, "changedOn" TEXT, json TEXT NOT NULL);
        INSERT INTO concern SELECT n, partition, id, command, dueAt, home, createdAt, changedOn, json FROM later;
        DROP TABLE later;
        DROP TABLE drill;
        DROP INDEX arrangement_changedOn;
        PRAGMA user_version = 1;
        """;

    private OakHouse house = null!;
    private string concern = null!;

    private string File => OldHouse.Db(house);

    public async Task InitializeAsync()
    {
        house = await OakHouse.OpenAsync(RunningServer.Evening);
        await house.RequestedAsync();
        var report = new ConcernReport(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id);
        concern = await ConcernLifeTests.ReportedAsync(house.Colleague, report);
        await house.Server.StopAsync();
        Change(Earlier);
    }

    public async Task DisposeAsync() => await ((IAsyncDisposable)house).DisposeAsync();

    [Fact]
    public async Task It_is_verified_as_it_is_and_not_written_to()
    {
        var before = await System.IO.File.ReadAllBytesAsync(File);

        var (exit, said) = await VerifyAsync();

        Assert.Contains(" 0 faults", said, StringComparison.Ordinal);
        Assert.True(exit is 0 or 2, said);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));

        Change("UPDATE arrangement SET json = replace(json, 'Lounge', 'Bedroom')");
        (exit, said) = await VerifyAsync();
        Assert.Contains("its state is not what its", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_concern_in_it_is_found_by_its_child_once_it_is_served()
    {
        await house.Server.StartAsync();

        var taken = (await house.ServiceManager.GetAsync("/api/children/cleo/subject-access")).IsDone();

        Assert.Contains(concern, taken.Text, StringComparison.Ordinal);
        Assert.Contains(" 0 faults", (await VerifyAsync()).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_store_or_a_newer_programs_is_not_verified()
    {
        Change("PRAGMA user_version = 1000");
        Assert.Contains("use the newer program", (await VerifyAsync()).Said, StringComparison.Ordinal);

        await System.IO.File.WriteAllBytesAsync(File, []);
        Assert.Contains("It is no store", (await VerifyAsync()).Said, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Said)> VerifyAsync()
    {
        using var output = new StringWriter();
        var invocation = new InvocationConfiguration { Output = output, Error = output };
        var exit = await CommandLine.Run(["verify", "--data", house.Server.Folder], invocation);
        return (exit, output.ToString());
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
