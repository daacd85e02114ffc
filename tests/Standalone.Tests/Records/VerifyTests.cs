using System.CommandLine;
using Microsoft.Data.Sqlite;
using OneToOne.Standalone.Commands;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Records;

/// <summary>The command <c>verify</c> on a store that somebody has written to behind the product's back.</summary>
[Trait("Store", "Own")]
public sealed class VerifyTests
{
    [Fact]
    public async Task A_store_that_nobody_touched_is_whole_also_while_the_server_runs()
    {
        await using var house = await LivedInAsync();

        var (exit, said) = await VerifyAsync(house);

        Assert.Contains(" 0 faults", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData(
        "UPDATE history SET json = replace(json, 'Went through', 'Went trough') WHERE json LIKE '%Went through%'",
        "the content of entry"
    )]
    [InlineData(
        "UPDATE history SET json = replace(json, '\"sequence\":3,', '\"sequence\":4,') WHERE json LIKE '%\"sequence\":3,%'",
        "entry 3 is missing"
    )]
    [InlineData("DELETE FROM history WHERE partition LIKE 'arrangement.%' AND id LIKE '%2'", "entry 2 is missing")]
    [InlineData("UPDATE arrangement SET json = replace(json, 'Lounge', 'Bedroom')", "its state is not what its")]
    [InlineData("UPDATE child SET json = replace(json, 'pat', 'rob')", "its state is not what its")]
    [InlineData("DELETE FROM arrangement", "a checkpoint names this record and it is gone")]
    public async Task What_was_changed_by_hand_is_named(string tampering, string named)
    {
        await using var house = await LivedInAsync();
        await house.Server.PassAsync(TimeSpan.FromDays(1));
        await house.Server.StopAsync();
        Tamper(house, tampering);

        var (exit, said) = await VerifyAsync(house);

        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task A_state_that_was_kept_before_its_shape_gained_a_member_is_whole()
    {
        await using var house = await LivedInAsync();
        await house.Server.StopAsync();
        Tamper(
            house,
            "UPDATE arrangement SET json = json_remove(json, '$.state.plan.alsoPresent', '$.state.plan.under', '$.state.plan.standing')"
        );
        Tamper(house, "UPDATE child SET json = json_remove(json, '$.state.diedOn', '$.state.legalHold')");

        var (_, said) = await VerifyAsync(house);

        Assert.Contains(" 0 faults", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_checkpoint_it_says_so_and_does_not_say_that_all_is_well()
    {
        await using var house = await LivedInAsync();
        await house.Server.StopAsync();
        Directory.Delete(Path.Combine(house.Server.Folder, "checkpoints"), recursive: true);

        var (exit, said) = await VerifyAsync(house);

        Assert.Contains("no checkpoint was found", said, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    private static async Task<OakHouse> LivedInAsync()
    {
        var house = await OakHouse.OpenAsync(RunningServer.Evening);
        await house.ClosedAsync();
        await house.Server.PassAsync(TimeSpan.Zero);
        return house;
    }

    private static void Tamper(OakHouse house, string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(house.Server.Folder, "onetoone.db")};Pooling=false");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0, "Nothing was tampered with.");
    }

    private static async Task<(int Exit, string Said)> VerifyAsync(OakHouse house)
    {
        using var output = new StringWriter();
        var exit = await CommandLine.Run(["verify", "--data", house.Server.Folder], new InvocationConfiguration { Output = output });
        return (exit, output.ToString());
    }
}
