using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Retention;
using OneToOne.Service.Retention;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Retention;

/// <summary>Disposal through the API, the clock, the files and the command <c>verify</c>.</summary>
[Trait("Store", "Own")]
public sealed class DisposalTests : IAsyncLifetime
{
    private OldHouse old = null!;

    private OakHouse House => old.House;

    public async Task InitializeAsync() => old = await OldHouse.OpenAsync();

    public async Task DisposeAsync() => await old.DisposeAsync();

    [Fact]
    public async Task What_is_past_its_time_is_disposed_of_whole_and_the_chain_and_the_checkpoints_stay_whole()
    {
        // A checkpoint from before the disposal names the very histories.
        await House.Server.PassAsync(TimeSpan.FromDays(1));
        Assert.True(old.IsInTheFiles(OldHouse.Word));
        var run = await old.ProposedAsync();
        Assert.Contains(run.Records, r => r.Type == "arrangement" && r.Id == old.Arrangement);
        Assert.Equal("child", run.Records[^1].Type);
        Assert.All(run.Records, r => Assert.Equal(new DateOnly(2025, 1, 2), r.RetainUntil));

        (await old.ApproveAsync(run)).IsDone();
        run = await old.CarriedOutAsync(run);

        Assert.NotNull(run.CompletedAt);
        Assert.Equal(run.Records.Length, run.Fates.Length);
        Assert.All(run.Fates, f => Assert.Null(f.Kept));
        var gone = (await House.HomesManager.GetAsync($"/api/arrangements/{old.Arrangement}")).Is(HttpStatusCode.Gone);
        Assert.Contains("disposed of", gone.Text, StringComparison.Ordinal);
        foreach (var path in new[] { $"/api/arrangements/{old.Arrangement}/history", "/api/children/cleo", "/api/assessments/child.cleo" })
            (await House.HomesManager.GetAsync(path)).Is(HttpStatusCode.Gone);
        var children = (await House.HomesManager.GetAsync("/api/children?home=oak")).IsDone().Text;
        Assert.DoesNotContain("cleo", children, StringComparison.Ordinal);
        Assert.DoesNotContain(
            old.Arrangement,
            (await House.HomesManager.GetAsync("/api/arrangements?home=oak")).IsDone().Text,
            StringComparison.Ordinal
        );
        Assert.False(old.IsInTheFiles(OldHouse.Word));
        Assert.False(old.IsInTheFiles("Prepare what she wants to say"));

        var (exit, said) = await old.VerifyAsync();
        Assert.True(exit == 0, said);
        await House.Server.PassAsync(TimeSpan.FromDays(1));
        (exit, said) = await old.VerifyAsync();
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task No_home_allocates_time_any_more_to_a_child_whose_records_are_gone()
    {
        foreach (var (id, by) in new[] { (Registered.Oak, House.HomesManager), (Registered.Elm, House.Stranger) })
        {
            var home = (await by.GetAsync($"/api/homes/{id}")).IsDone();
            var allocated = new[] { Registered.Cleo, Registered.Ellis }.Select(child => new Allocation(
                Registered.Wendy.Id,
                child.Id,
                AllocationKind.Shift,
                2
            ));
            (await by.PutAsync($"/api/homes/{id}", home.As<Home>() with { Allocations = [.. allocated] }, home.ETag)).IsDone();
        }
        var run = await old.ProposedAsync();
        (await old.ApproveAsync(run)).IsDone();

        Assert.NotNull((await old.CarriedOutAsync(run)).CompletedAt);

        foreach (var (id, by) in new[] { (Registered.Oak, House.HomesManager), (Registered.Elm, House.Stranger) })
        {
            var home = (await by.GetAsync($"/api/homes/{id}")).IsDone();
            Assert.DoesNotContain("cleo", home.Text, StringComparison.Ordinal);
            Assert.Equal("ellis", Assert.Single(home.As<Home>().Allocations!.Value).Child.Value);
        }
        var (exit, said) = await old.VerifyAsync();
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task Whoever_proposed_cannot_approve_and_neither_can_anybody_but_a_head()
    {
        foreach (var other in new[] { House.Worker, House.Senior })
            (await other.PostAsync("/api/retention/runs", new RunWanted(Registered.Oak))).IsRefused(HttpStatusCode.Forbidden, "who");
        (await House.Stranger.PostAsync("/api/retention/runs", new RunWanted(Registered.Oak))).Is(HttpStatusCode.NotFound);
        (await House.Administrator.PostAsync("/api/retention/runs", new RunWanted(Registered.Oak))).Is(HttpStatusCode.Forbidden);
        var run = await old.ProposedAsync();

        (await old.ApproveAsync(run, House.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await old.ApproveAsync(run, House.Senior)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await House.ServiceManager.PostAsync($"/api/retention/runs/{run.Id}/approval", new RunApproving("Over"))).Is(
            HttpStatusCode.PreconditionRequired
        );
        (
            await House.ServiceManager.PostAsync($"/api/retention/runs/{run.Id}/approval", new RunApproving(" "), ifMatch: "\"rev-1\"")
        ).IsRefused(HttpStatusCode.UnprocessableEntity, "reason");
        run = await old.CarriedOutAsync(run);

        Assert.Empty(run.Fates);
        (await House.HomesManager.GetAsync($"/api/arrangements/{old.Arrangement}")).IsDone();
    }

    [Fact]
    public async Task A_hold_keeps_everything_also_when_it_is_set_after_the_proposal_and_can_be_lifted_with_a_reason()
    {
        var run = await old.ProposedAsync();
        await old.HoldAsync();
        (await old.ApproveAsync(run)).IsRefused(HttpStatusCode.Conflict, "retention");
        await old.SettleAsync();
        (await old.ApproveAsync(run)).IsDone();
        run = await old.CarriedOutAsync(run);

        Assert.All(run.Fates, f => Assert.Equal(KeptBecause.LegalHold, f.Kept));
        (await House.HomesManager.GetAsync($"/api/arrangements/{old.Arrangement}")).IsDone();
        Assert.True(old.IsInTheFiles(OldHouse.Word));
        Assert.Empty((await old.ProposedAsync()).Records);
        var held = (await House.HomesManager.GetAsync("/api/children/cleo")).As<Child>();
        Assert.Equal(("An inquiry", Registered.Harriet.Id), (held.LegalHold!.Reason, held.LegalHold.By));
        Assert.Null((await House.Colleague.GetAsync("/api/children/cleo")).As<Child>().LegalHold);

        // Whoever keeps the register cannot lift it by writing the child anew.
        await old.ChangeAsync(child => child with { LegalHold = null });
        Assert.True((await House.HomesManager.GetAsync("/api/children/cleo")).As<Child>().IsHeld);
        (await House.Senior.PostAsync("/api/children/cleo/legal-hold/lift", new HoldReason("The inquiry is over"))).Is(
            HttpStatusCode.Forbidden
        );
        (await House.HomesManager.PostAsync("/api/children/cleo/legal-hold/lift", new HoldReason(""))).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "reason"
        );
        await old.HoldAsync("/lift");
        var soon = await old.ProposedAsync();
        Assert.Empty(soon.Records);
        Assert.Equal(RetentionDate.LegalHold, Assert.Single(soon.Waiting!.Value).What);
        await old.SettleAsync();
        Assert.NotEmpty((await old.ProposedAsync()).Records);
        var (exit, said) = await old.VerifyAsync();
        Assert.True(exit is 0 or 2 && said.Contains(" 0 faults", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task What_is_not_due_or_still_open_is_neither_proposed_nor_disposed_of()
    {
        var run = await old.ProposedAsync();
        await old.ChangeAsync(child => child with { DiedOn = null });
        Assert.Empty((await old.ProposedAsync()).Records);
        Assert.Equal(new DateOnly(2076, 5, 4), (await House.HomesManager.GetAsync("/api/children/cleo")).As<Child>().RetainUntil);
        Assert.Equal(new DateOnly(2076, 5, 4), (await House.HomesManager.SeeAsync(old.Arrangement)).RetainUntil);
        Assert.Null((await House.Colleague.SeeAsync(old.Arrangement)).RetainUntil);

        (await old.ApproveAsync(run)).IsRefused(HttpStatusCode.Conflict, "retention");
        await old.SettleAsync();
        (await old.ApproveAsync(run)).IsDone();
        run = await old.CarriedOutAsync(run);

        Assert.All(run.Fates, f => Assert.Equal(KeptBecause.NotDue, f.Kept));
        (await House.HomesManager.GetAsync($"/api/arrangements/{old.Arrangement}")).IsDone();
    }

    [Fact]
    public async Task While_anything_about_a_child_is_open_nothing_about_that_child_is_proposed_or_disposed_of()
    {
        var run = await old.ProposedAsync();
        var id = await House.RequestedAsync();
        Assert.Empty((await old.ProposedAsync()).Records);

        (await old.ApproveAsync(run)).IsDone();
        run = await old.CarriedOutAsync(run);

        Assert.All(run.Fates, f => Assert.Equal(KeptBecause.OthersNeedIt, f.Kept));
        foreach (var kept in new[] { $"/api/arrangements/{id}", $"/api/arrangements/{old.Arrangement}", "/api/children/cleo" })
            (await House.HomesManager.GetAsync(kept)).IsDone();
    }

    [Fact]
    public async Task A_concern_that_nobody_has_closed_keeps_everything_about_the_child()
    {
        var refused = House.Keywork with { SexualFeelings = SexualFeelingsDeclaration.Unsure };
        (await House.Colleague.PostAsync("/api/arrangements", refused)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-20");

        Assert.Empty((await old.ProposedAsync()).Records);
    }
}
