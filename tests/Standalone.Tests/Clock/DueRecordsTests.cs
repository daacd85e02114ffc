using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.DueWork;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Clock;

public sealed class DueRecordsTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Whatever_moment_a_round_takes_each_record_is_either_due_by_then_or_next()
    {
        await house.StartedAsync();
        await house.Server.PassAsync(TimeSpan.Zero);
        var due = house.Server.Services.GetRequiredService<DueRecords>();

        var next = Assert.NotNull(await due.NextAsync(house.Now, default));

        Assert.True(next > house.Now);
        Assert.Equal(0, await CountAsync(due, next.AddTicks(-1)));
        Assert.Equal(next, await due.NextAsync(next.AddTicks(-1), default));
        Assert.NotEqual(0, await CountAsync(due, next));
        Assert.NotEqual(next, await due.NextAsync(next, default));
    }

    private static async Task<int> CountAsync(DueRecords due, DateTimeOffset now)
    {
        var count = 0;
        await foreach (var _ in due.FindAsync(now, default))
            count++;
        return count;
    }
}
