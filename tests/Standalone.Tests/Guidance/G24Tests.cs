using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-24: needs and circumstances are in view at the start and asked about at the end; a change leads to an early review.</summary>
[Trait("Store", "Own")]
public sealed class G24Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly AssessmentKey Child = AssessmentKey.ForChild(Cleo.Id);
    private static readonly AssessmentKey Pair = AssessmentKey.ForPair(Cleo.Id, Wendy.Id);

    [Fact]
    public async Task G_24_the_worker_and_the_managers_have_the_child_s_needs_in_view_and_nobody_else()
    {
        var id = await house.RequestedAsync();
        var needs = AssessedChild.Child!.Support!.CareNeeds;

        foreach (var api in new[] { house.Worker, house.HomesManager, house.Senior })
            Assert.Equal(needs, (await api.SeeAsync(id)).Briefing!.CareNeeds);
        foreach (var api in new[] { house.Colleague, house.Parent, house.Inspector })
            Assert.Null((await api.SeeAsync(id)).Briefing);
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, house.Parent);
        (await (await MailedLink.FindAsync(house, Wendy, "Your page")).OpenAsync()).Shows("Keep this in view", needs);
    }

    [Fact]
    public async Task G_24_it_is_asked_at_the_end_and_silence_refuses()
    {
        var id = await house.FinishedAsync();

        (await RecordAsync(id, OakHouse.GoodRecord with { NeedsChanged = null })).IsRefused(HttpStatusCode.UnprocessableEntity, "G-24");

        var before = await DueAsync(Child);
        (await RecordAsync(id, OakHouse.GoodRecord)).IsDone();
        await house.Server.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(before, await DueAsync(Child));
    }

    [Fact]
    public async Task G_24_a_change_brings_the_reviews_of_the_child_and_the_pair_forward_and_tells_the_homes_manager()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.ClosedAsync(OakHouse.GoodRecord with { NeedsChanged = true });
        var recorded = own.Now;
        await own.Server.PassAsync(TimeSpan.FromMinutes(2));

        foreach (var key in new[] { Child, Pair })
            Assert.Equal(recorded.AddDays(7), await DueAsync(own, key));
        Assert.True(await DueAsync(own, AssessmentKey.ForWorker(Wendy.Id)) > recorded.AddDays(7));
        Assert.Contains(
            await MailedLink.MailsAsync(own, Harriet),
            mail => mail.Subject.Contains("a record has something to read", StringComparison.Ordinal)
        );
        Assert.True((await own.HomesManager.SeeAsync(id)).CloseOut!.NeedsChanged);
    }

    [Fact]
    public async Task G_24_an_early_review_is_never_later_than_the_one_that_was_due()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var before = await DueAsync(own, Child);
        await own.Server.Clock.PassToAsync(before.AddDays(-3), CancellationToken.None);
        await own.ClosedAsync(OakHouse.GoodRecord with { NeedsChanged = true });
        await own.Server.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(before, await DueAsync(own, Child));
    }

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));

    private Task<DateTimeOffset> DueAsync(AssessmentKey key) => DueAsync(house, key);

    private static async Task<DateTimeOffset> DueAsync(OakHouse house, AssessmentKey key) =>
        (await house.HomesManager.GetAsync($"/api/assessments/{key}"))
            .IsDone()
            .Json.GetProperty("inForce")
            .GetProperty("reviewDue")
            .GetDateTimeOffset();
}
