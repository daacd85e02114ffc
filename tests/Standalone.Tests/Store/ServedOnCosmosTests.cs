using OneToOne.CosmosGateway;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class ServedOnCosmosTests
{
    [Fact]
    public async Task Without_its_container_it_does_not_start_and_says_what_makes_it()
    {
        using var account = new InMemoryAccount();

        var refused = await Assert.ThrowsAsync<SettingException>(() => RunningServer.StartOnWhatIsThereAsync(account));

        Assert.Contains("`store create`", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_occasion_goes_from_a_request_to_a_closed_record_in_an_account()
    {
        using var account = new InMemoryAccount();
        await using var house = await OakHouse.OpenOnAsync(account);

        var id = await house.ClosedAsync();

        Assert.Equal("closed", (await house.Worker.SeeAsync(id)).Phase);
        Assert.Equal(0, account.Requests.Count(RequestKind.PointWrite));
    }
}
