using System.Net;
using OneToOne.Domain.People;
using OneToOne.Functions.DueWork;
using OneToOne.Functions.Tests.Timers;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Http;

/// <summary>Whom a request over HTTP wakes by the Durable client that is bound to its function.</summary>
public sealed class WakingTests(QuietHouse quiet) : IClassFixture<QuietHouse>
{
    [Fact]
    public async Task A_request_starts_the_orchestration_when_it_is_on_disk_and_a_step_wakes_it()
    {
        var seen = new List<HttpStatusCode>();
        quiet.Instances.Before = started =>
            seen.Add(quiet.House.As(Sunil).GetAsync($"/api/arrangements/{started}").GetAwaiter().GetResult().Status);
        quiet.Instances.Forget();

        var id = await quiet.House.RequestedAsync();
        Assert.Equal([id], quiet.Instances.Started);
        await ApproveAsync(id);

        Assert.Equal([id], quiet.Instances.Told);
        Assert.All(seen, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Looking_and_being_refused_wake_nobody()
    {
        var id = await quiet.House.RequestedAsync();
        quiet.Instances.Forget();

        await quiet.House.As(Sunil).SeeAsync(id);
        (await quiet.House.As(Wendy).DoAsync(id, "start")).Is(HttpStatusCode.BadRequest);
        (await quiet.House.As(Colin).DoAsync(id, "approvals", new { digest = "another" })).Is(HttpStatusCode.Forbidden);

        Assert.Empty(quiet.Instances.Told);
        Assert.Empty(quiet.Instances.Started);
    }

    [Fact]
    public async Task An_engine_that_is_out_fails_no_request()
    {
        quiet.Instances.Before = _ => throw new TimeoutException("out");

        var id = await quiet.House.RequestedAsync();
        await ApproveAsync(id);

        Assert.Single((await quiet.House.As(Sunil).SeeAsync(id)).Approvals!);
    }

    [Fact]
    public async Task A_change_of_the_register_is_handed_on_by_a_short_orchestration()
    {
        quiet.Instances.Before = _ => { };
        var path = $"/api/children/{Cleo.Id}";
        var administrator = quiet.House.As("ada", Role.Administrator);
        var read = await administrator.GetAsync(path);
        quiet.Instances.Forget();

        (await administrator.PutAsync(path, Cleo with { CarePlan = new("CP-1", 4) }, ifMatch: read.ETag)).IsDone();

        Assert.Equal([nameof(DueRecordOrchestration)], quiet.Instances.Started);
    }

    private async Task ApproveAsync(string id)
    {
        var seen = await quiet.House.As(Harriet).SeeAsync(id);
        (await quiet.House.As(Harriet).DoAsync(id, "approvals", new { seen.Digest, reasonClear = true })).IsDone();
    }
}
