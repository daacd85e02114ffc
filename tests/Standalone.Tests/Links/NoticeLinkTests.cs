using System.Net;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class NoticeLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Read = "Please read";

    [Fact]
    public async Task Somebody_is_told_only_behind_the_code()
    {
        var id = await house.ApprovedAsync();
        var notice = await MailedLink.FindAsync(house, Colin, Read);

        await notice.LookAsync();
        await notice.HeadAsync();
        await notice.TypeAsync("");
        await notice.TypeAsync(notice.WrongCode);
        Assert.Empty((await house.Colleague.SeeAsync(id)).Told);

        (await notice.OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("You have been told of it", "Prepare what she wants to say", "Lounge", "1 hour")
            .Hides("She prefers a woman");
        Assert.Equal(Colin.Id, Assert.Single((await house.Colleague.SeeAsync(id)).Told).Person);
    }

    [Fact]
    public async Task Reading_it_twice_is_once()
    {
        var id = await house.ApprovedAsync();
        var notice = await MailedLink.FindAsync(house, Colin, Read);
        await notice.OpenAsync();

        (await notice.OpenAsync()).Is(HttpStatusCode.OK).Shows("You have been told of it");

        Assert.Single((await house.Colleague.SeeAsync(id)).Told);
    }

    [Fact]
    public async Task Who_is_only_kept_informed_reads_it_and_counts_as_nothing()
    {
        var id = (await house.Worker.PostAsync("/api/arrangements", house.Keywork))
            .IsDone()
            .As<Service.Arrangements.ArrangementBrief>()
            .Id.Value;
        await Support.OakHouse.ApproveAsync(id, house.HomesManager);
        await Support.OakHouse.ApproveAsync(id, house.Parent);
        (await house.Worker.DoAsync(id, "withdrawal", new { reason = "She is ill today" })).IsDone();

        (await (await MailedLink.FindAsync(house, Pat, "It was taken back")).OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("It was taken back by wendy: She is ill today");
    }

    [Fact]
    public async Task A_notice_of_an_older_round_tells_nobody()
    {
        var id = await house.ApprovedAsync();
        var notice = await MailedLink.FindAsync(house, Colin, Read);
        var seen = await house.Colleague.SeeAsync(id);
        (
            await house.Colleague.PutAsync(
                $"/api/arrangements/{id}/plan",
                seen.Plan with
                {
                    Length = TimeSpan.FromMinutes(90),
                },
                $"\"rev-{seen.Revision}\""
            )
        ).IsDone();

        (await notice.OpenAsync()).Is(HttpStatusCode.Gone).Shows("This was changed", "the length");

        Assert.Empty((await house.Colleague.SeeAsync(id)).Told);
    }
}
