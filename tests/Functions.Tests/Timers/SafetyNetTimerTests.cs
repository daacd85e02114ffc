using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Functions.Timers;
using OneToOne.Service.Mail;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Timers;

/// <summary>Each test has a house of its own, since the net looks after all that is late in it.</summary>
public sealed class SafetyNetTimerTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Acted = "Safety net acted";

    private readonly QuietHouse quiet = new();

    public Task InitializeAsync() => quiet.InitializeAsync();

    public Task DisposeAsync() => quiet.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => new(quiet.DisposeAsync());

    [Fact]
    public async Task It_leaves_alone_what_is_not_a_minute_late()
    {
        await quiet.House.RequestedAsync();
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromSeconds(59));

        await LookAsync();

        Assert.Empty(quiet.House.Site.Mail.Sent);
        Assert.Empty(quiet.Instances.Told);
        Assert.True(quiet.Logged(LogLevel.Information, "Safety net looked"));
        Assert.False(quiet.Logged(LogLevel.Warning, Acted));
    }

    [Fact]
    public async Task Late_messages_are_delivered_and_the_orchestration_told_without_having_acted()
    {
        var id = await quiet.House.RequestedAsync();
        quiet.Instances.Are(id, OrchestrationRuntimeStatus.Running);
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromSeconds(61));

        await LookAsync();

        Assert.NotEmpty(quiet.House.Mails(Harriet, "Please decide"));
        Assert.Equal([id], quiet.Instances.Told);
        Assert.Empty(quiet.Instances.Started);
        Assert.False(quiet.Logged(LogLevel.Warning, Acted));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task An_orchestration_that_is_gone_is_started_again_and_that_is_having_acted(OrchestrationRuntimeStatus? status)
    {
        var id = await quiet.House.RequestedAsync();
        if (status is { } ended)
            quiet.Instances.Are(id, ended);
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromSeconds(61));

        await LookAsync();

        Assert.Equal([id], quiet.Instances.Started);
        Assert.True(quiet.Logged(LogLevel.Warning, $"{Acted}: 0 arrangements had missed their clock, 1 orchestrations"));
    }

    [Fact]
    public async Task A_clock_that_was_missed_is_made_up_for_and_that_is_having_acted()
    {
        var id = await quiet.House.RequestedAsync();
        quiet.Instances.Are(id, OrchestrationRuntimeStatus.Running);
        quiet.Pass(TimeSpan.FromMinutes(1.1));
        await LookAsync();
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromHours(1));

        await LookAsync();

        Assert.Equal("expired", (await quiet.House.As(Sunil).SeeAsync(id)).Phase);
        Assert.Empty(quiet.Instances.Started);
        Assert.True(quiet.Logged(LogLevel.Warning, $"{Acted}: 1 arrangements had missed their clock, 0 orchestrations"));
    }

    [Fact]
    public async Task One_that_fails_holds_up_no_other_and_is_found_again()
    {
        string[] ids = [await quiet.House.RequestedAsync(), await LaterAsync(), await LaterAsync()];
        quiet.Instances.Forget();
        quiet.Instances.Before = id => _ = id == ids[1] ? throw new InvalidOperationException("a bug") : 0;
        quiet.Pass(TimeSpan.FromHours(6));

        await LookAsync();

        Assert.Equal(ids.Except([ids[1]]).Order(), quiet.Instances.Started.Order());
        Assert.True(quiet.Logged(LogLevel.Error, ids[1]));
        Assert.True(quiet.Logged(LogLevel.Information, "Safety net looked"));
        Assert.Equal(3, (await PhasesAsync(ids)).Count(phase => phase == "expired"));
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_found_again()
    {
        string[] ids = [await quiet.House.RequestedAsync(), await LaterAsync()];
        quiet.Pass(TimeSpan.FromSeconds(61));
        quiet.House.Site.Mail.Instead = _ => Task.FromResult<DeliveryResult?>(new DeliveryResult.Failed(false, "out"));
        await LookAsync();
        quiet.House.Site.Mail.Instead = _ => Task.FromResult<DeliveryResult?>(null);
        quiet.Pass(TimeSpan.FromMinutes(3));

        await LookAsync();

        Assert.Equal(ids.Length, quiet.House.Mails(Harriet, "Please decide").Count());
    }

    [Fact]
    public async Task One_that_cannot_be_read_holds_up_none_behind_it_and_is_told_of()
    {
        string[] ids = [await quiet.House.RequestedAsync(), await LaterAsync()];
        await quiet.House.Site.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(ids[0]));
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromHours(6));

        await LookAsync();

        Assert.Equal(["expired"], await PhasesAsync(ids[1]));
        Assert.Equal(ids.Order(), quiet.Instances.Started.Order());
        Assert.True(quiet.Logged(LogLevel.Error, $"{ids[0]} could not be done"));
        // How many is not said: one that another test left behind may have expired beside it.
        Assert.True(quiet.Logged(LogLevel.Warning, $"{Acted}: "));
    }

    [Fact]
    public async Task Neither_mail_nor_an_engine_that_hangs_holds_up_the_clock_of_number_seventeen()
    {
        var ids = new List<string>();
        for (var hour = 1; hour <= 17; hour++)
            ids.Add(await quiet.House.RequestedAsync(quiet.House.Keywork with { Start = quiet.House.Now.AddHours(hour) }));
        var never = new TaskCompletionSource();
        quiet.House.Site.Mail.Instead = async _ =>
        {
            await never.Task;
            return null;
        };
        quiet.Instances.Answers = never.Task;
        quiet.Pass(TimeSpan.FromDays(1));

        await LookAsync();

        Assert.All(await PhasesAsync([.. ids]), phase => Assert.Equal("expired", phase));
        Assert.True(quiet.Logged(LogLevel.Error, "could not be delivered"));
        Assert.True(quiet.Logged(LogLevel.Error, "could not be reached"));
        Assert.False(quiet.Logged(LogLevel.Warning, "not done within its minute"));
        never.SetResult();
    }

    [Fact]
    public async Task What_was_left_when_it_was_stopped_is_found_by_the_next_run()
    {
        string[] ids = [await quiet.House.RequestedAsync(), await LaterAsync(), await LaterAsync()];
        quiet.Instances.Forget();
        quiet.Pass(TimeSpan.FromSeconds(61));
        using var stop = new CancellationTokenSource();
        quiet.House.Site.Mail.Instead = _ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LookAsync(stop.Token));
        Assert.False(quiet.Logged(LogLevel.Information, "Safety net looked"));
        quiet.House.Site.Mail.Instead = _ => Task.FromResult<DeliveryResult?>(null);
        // By then nobody holds any longer what the first run had begun to send.
        quiet.Pass(TimeSpan.FromMinutes(4));
        await LookAsync();

        Assert.Equal(ids.Order(), quiet.Instances.Started.Distinct().Order());
        Assert.Equal(3, quiet.House.Mails(Harriet, "Please decide").Count());
    }

    [Fact]
    public async Task It_stops_when_its_minute_is_over_and_has_looked()
    {
        await quiet.House.RequestedAsync();
        quiet.Pass(TimeSpan.FromMinutes(5));
        var delivered = new TaskCompletionSource();
        quiet.House.Site.Mail.Instead = async _ =>
        {
            await delivered.Task;
            return null;
        };
        quiet.RunOutOfTime();

        await LookAsync();

        delivered.SetResult();
        Assert.True(quiet.Logged(LogLevel.Warning, "not done within its minute"));
        Assert.True(quiet.Logged(LogLevel.Information, "Safety net looked"));
    }

    private Task<string> LaterAsync() =>
        quiet.House.RequestedAsync(quiet.House.Keywork with { Start = quiet.House.Now.AddHours(3 + Random.Shared.NextDouble()) });

    private async Task<string[]> PhasesAsync(params string[] ids)
    {
        var phases = new List<string>();
        foreach (var id in ids)
            phases.Add((await quiet.House.As(Sunil).SeeAsync(id)).Phase);
        return [.. phases];
    }

    private Task LookAsync(CancellationToken ct = default) =>
        quiet.RunAsync<SafetyNetTimer>((net, timer) => net.RunAsync(timer, quiet.Instances.Client, ct));
}
