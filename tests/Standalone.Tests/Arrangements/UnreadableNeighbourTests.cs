using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Arrangements;

/// <summary>What is summed up beside an arrangement must not hide it.</summary>
public sealed class UnreadableNeighbourTests
{
    [Fact]
    public async Task A_manager_sees_an_arrangement_although_another_of_the_child_cannot_be_read()
    {
        await using var house = await OakHouse.OpenAsync(RunningServer.Evening);
        var unreadable = await house.RequestedAsync();
        var id = await house.RequestedAsync(plan => plan with { Start = plan.Start.AddDays(1) });
        Assert.NotNull((await house.HomesManager.SeeAsync(id)).TimeSoFar);
        await house.Server.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(unreadable));

        var seen = await house.HomesManager.SeeAsync(id);

        Assert.Equal(id, seen.Id.Value);
        Assert.Null(seen.TimeSoFar);
    }
}
