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
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, house.Parent);
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

    [Fact]
    public async Task Why_a_worker_declined_is_for_the_home_s_own_people()
    {
        var id = await house.ApprovedAsync();
        (await house.Worker.DoAsync(id, "decline", new { reason = "She has a crush on me" })).IsDone();

        (await (await MailedLink.FindAsync(house, Harriet, "It was declined")).OpenAsync()).Shows("The reason: She has a crush on me");
        (await (await MailedLink.FindAsync(house, Pat, "It was declined")).OpenAsync()).Shows("The worker declined it").Hides("crush");
    }

    [Fact]
    public async Task A_concern_is_read_by_who_answers_for_it_and_by_nobody_else()
    {
        await house.ClosedAsync(OakHouse.GoodRecord with { SexualFeelings = Domain.Arrangements.SexualFeelingsDeclaration.Unsure });

        (await (await MailedLink.FindAsync(house, Harriet, "A safeguarding concern")).OpenAsync()).Shows("A concern (L-20)");
        Assert.DoesNotContain(await MailedLink.MailsAsync(house, Colin), m => m.Subject.Contains("concern", StringComparison.Ordinal));
        (await (await MailedLink.FindAsync(house, Colin, "Please read")).OpenAsync()).Hides("concern");
    }
}
