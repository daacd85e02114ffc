using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Functions.Tests.Support;
using OneToOne.Functions.Timers;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Timers;

/// <summary>Records without an orchestration of their own, where none of the short ones ever runs. Each test has a house of its own.</summary>
public sealed class OtherRecordsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly QuietHouse quiet = new();

    public Task InitializeAsync() => quiet.InitializeAsync();

    public Task DisposeAsync() => quiet.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => new(quiet.DisposeAsync());

    [Fact]
    public async Task A_concern_that_arose_in_a_session_is_opened_and_its_clock_kept()
    {
        var id = await UnderWayAsync();
        (await quiet.House.As(Wendy).DoAsync(id, "distress", new { what = "She wept" })).IsDone();
        Assert.Empty(await ConcernsAsync());

        await LookAsync();

        Assert.Equal(ConcernKind.Distress, Assert.Single(await ConcernsAsync()).Kind);
        quiet.Pass(TimeSpan.FromDays(5));
        await LookAsync();
        Assert.NotEmpty(quiet.House.Mails(Sunil, "overdue for a decision"));
    }

    [Fact]
    public async Task A_long_disposal_run_goes_on_with_each_look_and_leaves_the_rest_to_the_next()
    {
        for (var hour = 1; hour <= 21; hour++)
        {
            var plan = quiet.House.Keywork with { Start = quiet.House.Now.AddHours(hour) };
            var id = await quiet.House.RequestedAsync(plan);
            (await quiet.House.As(Colin).DoAsync(id, "withdrawal", new { reason = "She is ill" })).IsDone();
        }
        quiet.Pass(TimeSpan.FromMinutes(2));
        await LookAsync();
        await quiet.House.LongGoneAsync();
        quiet.Pass(TimeSpan.FromDays(31));
        var run = await quiet.House.DisposalApprovedAsync();

        await LookAsync();
        var half = await quiet.House.DisposalAsync(run);
        quiet.Pass(TimeSpan.FromMinutes(1));
        await LookAsync();
        var whole = await quiet.House.DisposalAsync(run);

        Assert.Null(half.CompletedAt);
        Assert.InRange(half.Fates.Length, 1, half.Records.Length - 1);
        Assert.NotNull(whole.CompletedAt);
        Assert.Equal(whole.Records.Length, whole.Fates.Length);
    }

    private async Task<string> UnderWayAsync()
    {
        var id = await quiet.House.RequestedAsync();
        var digest = (await quiet.House.As(Colin).SeeAsync(id)).Digest;
        foreach (var by in new[] { Harriet, Pat })
            (await quiet.House.As(by).DoAsync(id, "approvals", new { digest, reasonClear = true })).IsDone();
        (await quiet.House.As(Colin).DoAsync(id, "notice", new { digest })).IsDone();
        quiet.Pass(TimeSpan.FromHours(1));
        (await quiet.House.As(Wendy).DoAsync(id, "start", new ArrangementCommand.Start(new([0])))).IsDone();
        return id;
    }

    private async Task<IReadOnlyList<ConcernView>> ConcernsAsync() =>
        (await quiet.House.As(Harriet).GetAsync($"/api/concerns?home={Oak}")).IsDone().As<Page<ConcernView>>().Items;

    private Task LookAsync() => quiet.RunAsync<SafetyNetTimer>((net, timer) => net.RunAsync(timer, quiet.Instances.Client, default));
}
