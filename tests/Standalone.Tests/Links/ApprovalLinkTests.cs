using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class ApprovalLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Asked = "Please decide";

    [Fact]
    [Trait("Store", "Own")]
    public async Task A_placing_authority_that_answers_in_place_of_parents_is_asked_by_one_mail()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var child = (await own.HomesManager.GetAsync("/api/children/cleo")).IsDone();
        (await own.HomesManager.PutAsync("/api/children/cleo", child.As<Child>() with { Responsible = [] }, child.ETag)).IsDone();

        await own.RequestedAsync();

        Assert.Single(await MailedLink.MailsAsync(own, Paula));
    }

    [Fact]
    public async Task Two_people_approve_by_their_links_and_the_worker_gets_a_session_page()
    {
        var id = await house.RequestedAsync();
        var manager = await MailedLink.FindAsync(house, Harriet, Asked);
        var parent = await MailedLink.FindAsync(house, Pat, Asked);

        (await parent.OpenAsync()).Is(HttpStatusCode.OK).Shows("OAK-1", "wendy", "Lounge", "It waits for approval", "Do you approve this?");
        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Shows("You approved this");
        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);
        (await manager.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Shows("It is approved");

        Assert.Equal("approved", (await house.Colleague.SeeAsync(id)).Phase);
        (await (await MailedLink.FindAsync(house, Wendy, "Your page")).OpenAsync()).Is(HttpStatusCode.OK).Shows("Before you start");
    }

    [Fact]
    public async Task The_page_says_when_where_what_and_how_safe_in_the_home_s_time()
    {
        await house.RequestedAsync(p => p with { Start = RunningServer.Evening.AddHours(26) });
        var page = await (await MailedLink.FindAsync(house, Harriet, Asked)).OpenAsync();

        page.Shows(
            "Prepare what she wants to say at her review meeting",
            "Lounge, a shared room",
            "Monday 2 March 2026, 20:00 (Europe/London)",
            "21:00 (Europe/London) (1 hour)",
            "The door stays open — wendy",
            "colin is close by: Colin is in the kitchen next door",
            "She prefers a woman",
            "Oak House"
        );
    }

    [Fact]
    public async Task A_refusal_needs_its_reason_and_ends_it()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);

        (await parent.DoAsync("decide", ("decision", "refuse"))).Is(HttpStatusCode.UnprocessableEntity).Shows("Say why you refuse");
        (await parent.DoAsync("decide", ("decision", "refuse"), ("reason", "She is with me that evening")))
            .Is(HttpStatusCode.OK)
            .Shows("You refused this: She is with me that evening");

        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Neither_choice_is_made_beforehand_and_none_is_no_decision()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);

        Assert.DoesNotContain(" checked", (await parent.OpenAsync()).Html, StringComparison.Ordinal);
        (await parent.DoAsync("decide")).Is(HttpStatusCode.UnprocessableEntity).Shows("Choose yes or no.");
        (await parent.DoAsync("decide", ("decision", "maybe"))).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Empty((await house.Colleague.SeeAsync(id)).Approvals);
    }

    [Fact]
    public async Task A_second_click_shows_what_was_decided()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);
        await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));

        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Shows("You approved this");
        (await parent.OpenAsync()).Is(HttpStatusCode.OK).Shows("You approved this").Hides("Do you approve this?");

        Assert.Single((await house.Colleague.SeeAsync(id)).Approvals);
    }

    [Fact]
    public async Task Who_approved_can_still_refuse_before_it_starts()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);
        await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));

        (await parent.DoAsync("refuse", ("reason", "She told me that she does not want to")))
            .Is(HttpStatusCode.OK)
            .Shows("You refused this");

        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_link_of_an_older_round_says_what_changed_and_decides_nothing()
    {
        var id = await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);
        await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"));
        var seen = await house.Colleague.SeeAsync(id);
        var moved = seen.Plan with { Place = seen.Plan.Place with { Name = "Library" }, Start = seen.Plan.Start.AddHours(2) };
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", moved, $"\"rev-{seen.Revision}\"")).IsDone();

        (await parent.LookAsync()).Is(HttpStatusCode.Gone).Shows("This was changed", "the place, the time").Hides("Library");
        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.Gone);
        Assert.Empty((await house.Colleague.SeeAsync(id)).Approvals);

        (await (await MailedLink.FindAsync(house, Pat, "was changed")).OpenAsync()).Shows(
            "You approved an earlier plan",
            "the place, the time"
        );
        (await (await MailedLink.FindAsync(house, Pat, Asked)).DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Shows(
            "You approved this"
        );
    }

    [Fact]
    public async Task A_link_whose_time_is_over_says_so()
    {
        await house.RequestedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, Asked);
        await house.Server.PassAsync(TimeSpan.FromHours(3));

        (await parent.LookAsync()).Is(HttpStatusCode.Gone).Shows("The time for this link is over").Hides("OAK-1", "wendy", "Lounge");
        (await parent.OpenAsync()).Is(HttpStatusCode.Gone).Hides("OAK-1", "wendy", "Lounge");
    }
}
