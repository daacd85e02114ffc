using OneToOne.CosmosGateway;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class ServedOnCosmosTests
{
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
