using System.Net;
using OneToOne.Standalone.Tests.Inspection;
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
    public async Task No_notice_tells_of_a_concern()
    {
        await house.ClosedAsync(OakHouse.GoodRecord with { SexualFeelings = Domain.Arrangements.SexualFeelingsDeclaration.Unsure });

        Assert.DoesNotContain(await MailedLink.MailsAsync(house, Colin), m => m.Subject.Contains("concern", StringComparison.Ordinal));
        (await (await MailedLink.FindAsync(house, Colin, "Please read")).OpenAsync()).Hides("concern");
    }

    [Fact]
    public async Task Whoever_never_approved_reads_who_wrote_it_down_and_says_so()
    {
        var id = await WrittenDownAsync();
        var notice = await MailedLink.FindAsync(house, Pat, "Your approval was written down");
        (await notice.LookAsync()).Hides("did not approve", "sam");

        var page = await notice.OpenAsync();
        page.Is(HttpStatusCode.OK).Shows("written down by sam, by telephone, on", "Read it all to her; she said yes");
        Assert.EndsWith("/deny", Assert.Single(page.Forms).Action, StringComparison.Ordinal);
        await notice.TapAsync("deny", ("code", notice.WrongCode));
        Assert.Equal("approved", (await house.Colleague.SeeAsync(id)).Phase);
        (await notice.DoAsync("deny", ("more", "Nobody rang me.")))
            .Is(HttpStatusCode.OK)
            .Shows("You refused this: I did not approve this.");

        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
        var day = $"{house.Now:yyyy-MM-dd}";
        var report = (await house.Inspector.GetAsync($"/api/inspection?home=oak&from={day}&to={day}")).IsDone();
        var row = MonthOfLife.Rows(report, "recordedOnBehalf").Single(one => one.GetProperty("arrangement").GetString() == id);
        Assert.Equal(house.Now, row.GetProperty("deniedAt").GetDateTimeOffset());
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        var link = await MailedLink.FindAsync(house, Sunil, "A safeguarding concern was recorded");
        (await link.OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("never gave an approval", "sam", "I did not approve this. Nobody rang me.", "Who was, or was to be, with the child");
        foreach (var person in new[] { Sam, Wendy })
            Assert.DoesNotContain(await MailedLink.MailsAsync(house, person), m => m.Subject.Contains("concern", StringComparison.Ordinal));
        (await (await MailedLink.FindAsync(house, Wendy, "It was refused")).OpenAsync()).Shows("I did not approve this. Nobody rang me.");
    }

    [Fact]
    public async Task Whoever_approved_themselves_is_not_asked_whether_they_did()
    {
        await house.ApprovedAsync();

        Assert.Empty((await (await MailedLink.FindAsync(house, Colin, Read)).OpenAsync()).Forms);
    }

    private async Task<string> WrittenDownAsync()
    {
        var id = (await house.Worker.PostAsync("/api/arrangements", house.Keywork))
            .IsDone()
            .As<Service.Arrangements.ArrangementBrief>()
            .Id.Value;
        await OakHouse.ApproveAsync(id, house.HomesManager);
        var digest = (await house.Senior.SeeAsync(id)).Digest!;
        var said = new Domain.Arrangements.ArrangementCommand.RecordApproval(
            digest,
            Pat.Id,
            Domain.Approvals.Means.Phone,
            "Read it all to her; she said yes",
            true
        );
        (await house.Senior.DoAsync(id, "recorded-approvals", said)).IsDone();
        return id;
    }
}
