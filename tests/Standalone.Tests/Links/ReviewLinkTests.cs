using System.Net;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class ReviewLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private async Task<string> StartedAsync()
    {
        await house.LeaveAsync();
        var plan = house.Keywork with { Purpose = Domain.Arrangements.Purpose.Talk, Length = TimeSpan.FromMinutes(20) };
        return (await house.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(plan, Colin.Id)))
            .IsDone()
            .As<ArrangementBrief>()
            .Id.Value;
    }

    [Fact]
    public async Task A_manager_reviews_an_unplanned_start_once_it_is_over()
    {
        var id = await StartedAsync();
        var manager = await MailedLink.FindAsync(house, Harriet, "started unplanned");
        (await manager.OpenAsync()).Is(HttpStatusCode.OK).Shows("It can be reviewed once it is over.");
        (await house.Worker.DoAsync(id, "finish")).IsDone();

        (await manager.DoAsync("review")).Is(HttpStatusCode.UnprocessableEntity).Shows("Say what you found.");
        (await manager.DoAsync("review", ("notes", "It was right to listen.")))
            .Is(HttpStatusCode.OK)
            .Shows("reviewed by you", "It was right to listen.");

        Assert.Null((await house.HomesManager.SeeAsync(id)).ReviewDueAt);
    }

    [Fact]
    public async Task The_colleague_who_was_told_reads_it_and_reviews_nothing()
    {
        var id = await StartedAsync();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        var colleague = await MailedLink.FindAsync(house, Colin, "started unplanned");

        (await colleague.OpenAsync()).Is(HttpStatusCode.OK).Shows("wendy", "Lounge").Hides("What did you find?");
        (await colleague.DoAsync("review", ("notes", "All of it was fine")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("reviewed by a manager of the home");

        Assert.NotNull((await house.HomesManager.SeeAsync(id)).ReviewDueAt);
    }
}
