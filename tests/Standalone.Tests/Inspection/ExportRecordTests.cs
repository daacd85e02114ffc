using System.Net;
using OneToOne.CosmosGateway;
using OneToOne.CosmosGateway.Faults;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Inspection;

/// <summary>Nothing is taken that is not on record: also when the caller hangs up, and when the store fails.</summary>
[Trait("Store", "Own")]
public sealed class ExportRecordTests : IAsyncLifetime, IDisposable
{
    private const string March = "/api/inspection?home=oak&from=2026-03-01&to=2026-03-31";

    private readonly InMemoryAccount account = new();
    private OakHouse house = null!;

    public async Task InitializeAsync() => house = await OakHouse.OpenOnAsync(account);

    public Task DisposeAsync() => house.DisposeAsync();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task It_is_on_record_when_the_caller_hangs_up_while_it_is_written()
    {
        await QuietAsync();
        account.Faults.Add(
            RequestKind.Batch,
            new Fault.Overtaken(() =>
            {
                house.Server.Line.Cut();
                return Task.CompletedTask;
            })
        );
        await house.Inspector.GetAsync(March);
        Assert.Equal(0, account.Faults.Left);

        var exports = MonthOfLife.Rows((await house.HomesManager.GetAsync(March)).IsDone(), "exports");

        Assert.Equal("ines", Assert.Single(exports).GetProperty("by").GetString());
    }

    [Fact]
    public async Task What_cannot_be_put_on_record_is_not_handed_out()
    {
        await QuietAsync();
        account.Faults.Add(RequestKind.Batch, new Fault.Refused(HttpStatusCode.Forbidden));

        var reply = await house.Inspector.GetAsync(March);

        Assert.True((int)reply.Status >= 500, $"{reply.Status}");
        Assert.DoesNotContain("sections", reply.Text, StringComparison.Ordinal);
        Assert.Empty(MonthOfLife.Rows((await house.HomesManager.GetAsync(March)).IsDone(), "exports"));
    }

    // The next batch is then the export's, and no mail's.
    private Task QuietAsync() => house.Server.Clock.Quiet.WhenQuietAsync();
}
