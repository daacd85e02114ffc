using System.Net;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Http;

/// <summary>Many at the same moment.</summary>
public sealed class AtOnceTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Of_many_who_change_what_they_have_read_one_changes_it()
    {
        var read = (await house.Administrator.GetAsync("/api/people/robin")).IsDone();
        var robin = read.As<Person>();
        var administrator = house.Administrator;

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => administrator.PutAsync("/api/people/robin", robin with { Name = $"Robin {i}" }, read.ETag))
        );

        var done = Assert.Single(replies, reply => reply.Status is HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply.Status is HttpStatusCode.PreconditionFailed));
        Assert.Equal(done.Text, (await administrator.GetAsync("/api/people/robin")).Text);
    }

    [Fact]
    public async Task Two_who_approve_at_once_both_count_and_it_is_approved_once()
    {
        var id = await house.RequestedAsync();
        var digest = (await house.HomesManager.SeeAsync(id)).Digest;
        Api[] approvers = [house.HomesManager, house.Parent, house.HomesManager, house.Parent];

        var replies = await Task.WhenAll(approvers.Select(by => by.DoAsync(id, "approvals", new { digest, reasonClear = true })));

        Assert.All(replies, reply => reply.IsDone());
        Assert.Equal(2, (await house.HomesManager.SeeAsync(id)).Approvals.Length);
        Assert.Single(await house.HomesManager.HistoryAsync(id), e => e.Event!.Value.GetProperty("type").GetString() == "approved");
    }

    [Fact]
    public async Task One_of_two_who_take_on_an_escalation_at_once_owns_it()
    {
        var id = await house.StartedAsync();
        (await house.Worker.DoAsync(id, "help")).IsDone();
        Api[] both = [house.Senior, house.HomesManager];

        var replies = await Task.WhenAll(both.Select(by => by.DoAsync(id, "escalations/helpNow/acknowledgement")));

        Assert.Single(replies, reply => reply.Status is HttpStatusCode.OK);
        Assert.Single(replies, reply => reply.Status is HttpStatusCode.Conflict);
        (
            await house.Senior.DoAsync(id, "escalations/helpNow/outcome", new { outcome = "childSeenAndSafe", note = "Both are well" })
        ).IsDone();
    }
}
