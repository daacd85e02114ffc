using Microsoft.AspNetCore.DataProtection;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Tests.DueWork;

public sealed class WakeUpBoundTests
{
    private static readonly DocumentKey Arrangement = new("arrangement.a-1", DocumentTypes.Arrangement, "a-1");

    [Fact]
    public async Task An_engine_that_never_answers_holds_up_a_request_for_no_more_than_its_bound()
    {
        var clock = new RunOut();
        DurableClients.Current = Silent();

        await ((IWakeUp)new DurableWakeUp(new(new EphemeralDataProtectionProvider()), clock, NullLogger<DurableWakeUp>.Instance)).WakeAsync(
            Arrangement,
            null,
            default
        );

        Assert.Equal([TimeSpan.FromSeconds(1)], clock.Given);
    }

    [Fact]
    public async Task What_stops_the_request_does_not_fail_the_step_that_was_taken()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var durable = new Mock<DurableTaskClient>("test") { CallBase = true };
        durable
            .Setup(d => d.RaiseEventAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .Returns((string _, string _, object? _, CancellationToken ct) => Task.FromCanceled(ct));
        DurableClients.Current = durable.Object;

        IWakeUp wakes = new DurableWakeUp(
            new(new EphemeralDataProtectionProvider()),
            TimeProvider.System,
            NullLogger<DurableWakeUp>.Instance
        );
        var told = await Record.ExceptionAsync(async () => await wakes.WakeAsync(Arrangement, null, stopped.Token));

        Assert.Null(told);
    }

    private static DurableTaskClient Silent()
    {
        var never = new TaskCompletionSource<string>();
        var durable = new Mock<DurableTaskClient>("test") { CallBase = true };
        durable
            .Setup(d => d.RaiseEventAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .Returns(never.Task);
        return durable.Object;
    }

    /// <summary>A clock on which any time that is given has run out, as soon as somebody waits for it.</summary>
    private sealed class RunOut : TimeProvider
    {
        public List<TimeSpan> Given { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Given.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }
}
