using Microsoft.Azure.Functions.Worker;
using OneToOne.Functions.Tests.Support;
using OneToOne.Functions.Timers;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Lives;

/// <summary>Lives whose orchestration is lost, broken, or carried on by another process under other rules.</summary>
public sealed class TroubledLifeTests(LivingHouse living) : IClassFixture<LivingHouse>
{
    private readonly House house = living.House;

    [Fact]
    public async Task The_safety_net_the_next_process_and_changed_rules_each_carry_a_life_on()
    {
        await house.FurnishAsync();

        // Nobody hears of the request: no orchestration is started, no mail goes out.
        house.Site.Trouble.WakeUpsAreLost = true;
        var id = await house.RequestedAsync(house.Keywork with { Start = house.Now.AddMinutes(90) });
        house.Site.Trouble.WakeUpsAreLost = false;
        Assert.Null(await house.Site.Durable.GetInstanceAsync(id));
        await house.NetBringsAsync(() => Task.FromResult(house.Mails(Harriet, "Please decide").Any()), "the safety net catches it");
        Assert.Contains(house.Site.Logs.Lines, line => line.Contains("1 orchestrations were started again", StringComparison.Ordinal));

        // A bug ends nothing: once it is mended, the orchestration goes on by itself.
        house.Site.Trouble.Advancing = _ => throw new InvalidOperationException("a bug");
        await house.DoAsync(Harriet, "Please decide", "decide", ("decision", "approve"), ("clear", "yes"));
        await Eventually.TrueAsync(
            () => house.Site.Logs.Lines.Any(line => line.Contains($"{id} could not be done", StringComparison.Ordinal)),
            "somebody hears of the bug"
        );
        Assert.True(await house.IsRunningAsync(id));
        house.Site.Trouble.Advancing = _ => Task.CompletedTask;
        await house.DoAsync(Pat, "Please decide", "decide", ("decision", "approve"), ("clear", "yes"));
        await house.MailAsync(Wendy, "Your page");

        // Somebody ends the orchestration, and the timer that looks for such begins another although nothing is due.
        await house.RestsAsync(id);
        await house.Site.Durable.TerminateInstanceAsync(id);
        await Eventually.GetAsync(
            async () => await house.Site.Durable.GetInstanceAsync(id) is { RuntimeStatus: Terminated } ended ? ended : null,
            "it is ended"
        );
        await house.Site.Function<PurgeTimer>().RunAsync(new TimerInfo(), house.Site.Durable, CancellationToken.None);
        await Eventually.GetAsync(async () => await house.IsRunningAsync(id) ? house : null, "it runs again");

        // Another process goes on with the same history, under rules that ask more often and call things by other names.
        await house.RestsAsync(id);
        await house.Site.StopAsync();
        house.Site.Trouble.Judging = standing =>
            standing is null or { IsOver: true }
                ? standing
                : standing with
                {
                    Phase = "renamed",
                    WaitsFor = "another clock",
                    Until = Sooner(standing.Until, house.Now.AddMinutes(3)),
                    MailAt = Sooner(standing.MailAt, house.Now.AddMinutes(5)),
                };
        await house.Site.StartAsync();
        await house.DoAsync(Colin, "Please read", "");
        await house.StartAsync(id);
        await house.DoAsync(Wendy, "Your page", "finish");
        await house.CloseOutAsync();

        Assert.True((await house.SeesPhaseAsync(id, "closed")).IsFinal);
        await house.EndsAsync(id);
    }

    private static DateTimeOffset Sooner(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
