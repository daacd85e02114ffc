using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using OneToOne.Functions.Arrangements;
using OneToOne.Functions.DueWork;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Tests.DueWork;

public sealed class DurableWakeUpTests
{
    private static readonly DocumentKey Arrangement = new("arrangement.a-1", DocumentTypes.Arrangement, "a-1");

    // Its shorter overloads call the longest.
    private readonly Mock<DurableTaskClient> durable = new("test") { CallBase = true };
    private readonly List<string> asked = [];

    public DurableWakeUpTests()
    {
        durable
            .Setup(d =>
                d.ScheduleNewOrchestrationInstanceAsync(
                    It.IsAny<TaskName>(),
                    It.IsAny<object?>(),
                    It.IsAny<StartOrchestrationOptions?>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback<TaskName, object?, StartOrchestrationOptions?, CancellationToken>(
                (name, input, options, _) => asked.Add($"start {name} {options?.InstanceId} {input}")
            )
            .Returns(() => StartsAsync());
        durable
            .Setup(d => d.RaiseEventAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .Callback<string, string, object?, CancellationToken>((id, name, payload, _) => asked.Add($"raise {id} {name} {payload}"))
            .Returns(() => RaisesAsync());
    }

    private Func<Task<string>> StartsAsync { get; set; } = () => Task.FromResult("a-1");

    private Func<Task> RaisesAsync { get; set; } = () => Task.CompletedTask;

    [Fact]
    public async Task A_change_is_told_to_the_orchestration_and_carries_nothing()
    {
        await WakeAsync(w => w.WakeAsync(Arrangement, DateTimeOffset.MaxValue, default));

        Assert.Equal(["raise a-1 Changed "], asked);
    }

    [Fact]
    public async Task A_new_arrangement_has_its_orchestration_started_under_its_own_id()
    {
        await WakeAsync(w => w.WatchAsync(Arrangement, DateTimeOffset.MaxValue, default));

        Assert.Equal([$"start {nameof(ArrangementOrchestration)} a-1 a-1"], asked);
    }

    [Fact]
    public async Task One_that_somebody_else_has_started_is_told()
    {
        StartsAsync = () => Task.FromException<string>(new OrchestrationAlreadyExistsException("a-1"));

        await WakeAsync(w => w.WatchAsync(Arrangement, DateTimeOffset.MaxValue, default));

        Assert.Equal([$"start {nameof(ArrangementOrchestration)} a-1 a-1", "raise a-1 Changed "], asked);
    }

    [Fact]
    public async Task One_that_is_not_there_to_be_told_is_started()
    {
        RaisesAsync = () => Task.FromException(new RpcException(new(StatusCode.Unknown, "no instance")));

        await WakeAsync(w => w.WakeAsync(Arrangement, DateTimeOffset.MaxValue, default));

        Assert.Equal(["raise a-1 Changed ", $"start {nameof(ArrangementOrchestration)} a-1 a-1"], asked);
    }

    [Fact]
    public async Task A_wake_up_that_fails_fails_nothing_else()
    {
        RaisesAsync = () => Task.FromException(new RpcException(new(StatusCode.Unavailable, "out")));
        StartsAsync = () => Task.FromException<string>(new RpcException(new(StatusCode.Unavailable, "out")));

        await WakeAsync(w => w.WakeAsync(Arrangement, DateTimeOffset.MaxValue, default));

        Assert.Equal(2, asked.Count);
    }

    public static TheoryData<string> WithoutAnOrchestration =>
        [.. Queries.AllDue.Select(due => due.Type).Where(type => type != DocumentTypes.Arrangement).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(WithoutAnOrchestration))]
    public async Task Any_other_record_is_worked_off_by_a_short_orchestration_when_it_is_due_and_not_before(string type)
    {
        var record = new DocumentKey("of.cleo", DocumentTypes.All.Single(known => known.Name == type), "of.cleo");

        await WakeAsync(w => w.WakeAsync(record, null, default));
        await WakeAsync(w => w.WatchAsync(record, TimeProvider.System.GetUtcNow().AddMinutes(1), default));
        Assert.Empty(asked);
        await WakeAsync(w => w.WakeAsync(record, TimeProvider.System.GetUtcNow(), default));

        var started = Assert.Single(asked);
        Assert.StartsWith($"start {nameof(DueRecordOrchestration)}", started, StringComparison.Ordinal);
        Assert.DoesNotContain("cleo", started, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_function_has_no_client_nobody_is_woken()
    {
        await (
            (IWakeUp)new DurableWakeUp(new(new EphemeralDataProtectionProvider()), TimeProvider.System, NullLogger<DurableWakeUp>.Instance)
        ).WakeAsync(Arrangement, null, default);

        Assert.Empty(asked);
    }

    private async Task WakeAsync(Func<IWakeUp, ValueTask> wake)
    {
        DurableClients.Current = durable.Object;
        await wake(new DurableWakeUp(new(new EphemeralDataProtectionProvider()), TimeProvider.System, NullLogger<DurableWakeUp>.Instance));
    }
}
