using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

public sealed class RepeatedTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string All = "/api/arrangements";

    [Fact]
    public async Task A_request_that_is_sent_again_under_its_key_is_made_once_and_answered_alike()
    {
        var (key, plan) = (NewKey(), house.Keywork with { Need = "Go through the letter from her school" });

        var first = (await house.Colleague.PostAsync(All, plan, key)).Is(HttpStatusCode.Created);
        var again = await house.Colleague.PostAsync(All, plan, key);

        Assert.Equal(first, again);
        var listed = (await house.Colleague.GetAsync($"{All}?child=cleo&limit=200")).As<Page<ArrangementBrief>>();
        Assert.Single(listed.Items, item => item.Id == first.As<ArrangementBrief>().Id);
    }

    [Fact]
    public async Task A_key_is_for_one_thing()
    {
        var key = NewKey();
        (await house.Colleague.PostAsync(All, house.Keywork, key)).IsDone();

        (await house.Colleague.PostAsync(All, house.Keywork with { Length = TimeSpan.FromMinutes(45) }, key)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "idempotencyKey"
        );
    }

    [Fact]
    public async Task Nobody_meets_the_answer_to_somebody_elses_key()
    {
        var key = NewKey();
        var mine = (await house.Colleague.PostAsync(All, house.Keywork, key)).IsDone();

        var theirs = (await house.Worker.PostAsync(All, house.Keywork, key)).IsDone();

        Assert.NotEqual(mine.As<ArrangementBrief>().Id, theirs.As<ArrangementBrief>().Id);
    }

    [Fact]
    public async Task A_step_that_is_sent_again_under_its_key_is_taken_once()
    {
        var id = await house.ClosedAsync();
        var (key, said) = (NewKey(), new ArrangementCommand.AddAddendum("She spoke of it at supper"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Colleague.DoAsync(id, "addenda", said, key)));

        Assert.All(replies, reply => Assert.Equal(replies[0].IsDone(), reply));
        Assert.Single(await house.Colleague.HistoryAsync(id), e => e.Event!.Value.GetProperty("type").GetString() == "addendumAdded");
        (await house.Colleague.DoAsync(id, "addenda", said with { Text = "Something else" }, key)).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "idempotencyKey"
        );
        (await house.Colleague.DoAsync(id, "addenda", said)).IsDone();
    }

    [Fact]
    public async Task A_repeated_approval_is_answered_as_it_was_although_things_have_moved_on()
    {
        var (id, key) = (await house.RequestedAsync(), NewKey());
        var digest = (await house.HomesManager.SeeAsync(id)).Digest;
        var first = (await house.HomesManager.DoAsync(id, "approvals", new { digest, reasonClear = true }, key)).IsDone();
        await OakHouse.ApproveAsync(id, house.Parent);

        Assert.Equal(first, await house.HomesManager.DoAsync(id, "approvals", new { digest, reasonClear = true }, key));
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}
