using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class OverrideLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Asked = "a departure from the guidance";

    internal static Plan InTheBedroom(Plan plan) =>
        plan with
        {
            Place = new(
                "Her bedroom",
                Setting.Bedroom,
                Secluded: false,
                DoorCondition: "open throughout (our reading; the guidance breaks off here)",
                Exposure: Exposure.Supervised
            ),
        };

    private static Plan AtTheWorkersHome(Plan plan) =>
        plan with
        {
            Place = new("Wendy's house", Setting.WorkersHome, Secluded: false, Exposure: Exposure.Supervised),
        };

    [Fact]
    public async Task A_departure_is_allowed_with_details_and_reasons_and_approvers_read_them()
    {
        var id = await house.RequestedAsync(InTheBedroom);
        var manager = await MailedLink.FindAsync(house, Harriet, Asked);

        (await manager.OpenAsync()).Is(HttpStatusCode.OK).Shows("L-18", "A bedroom is not usually a fitting place.", "Do you allow it?");
        (await manager.DoAsync("decide", ("finding", "L-18"), ("L-18-decision", "allow")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("Say what is departed from.", "Say why.");
        (
            await manager.DoAsync(
                "decide",
                ("finding", "L-18"),
                ("L-18-decision", "allow"),
                ("L-18-details", "Her own room instead of the lounge"),
                ("L-18-reasons", "She has the flu and stays in bed")
            )
        )
            .Is(HttpStatusCode.OK)
            .Shows("It waits for approval");

        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);
        (await (await MailedLink.FindAsync(house, Pat, "Please decide")).OpenAsync()).Shows(
            "A departure that was allowed",
            "harriet",
            "Her own room instead of the lounge",
            "She has the flu and stays in bed"
        );
    }

    [Fact]
    public async Task The_worker_s_home_needs_its_grounds_in_the_current_care_plan()
    {
        var id = await house.RequestedAsync(AtTheWorkersHome);
        var manager = await MailedLink.FindAsync(house, Sunil, Asked);
        (string, string)[] decision =
        [
            ("finding", "L-23"),
            ("L-23-decision", "allow"),
            ("L-23-details", "She is at Wendy's house for an hour"),
            ("L-23-reasons", "The horse is there"),
        ];
        (string, string)[] grounds =
        [
            ("L-23-circumstances", "The stable belongs to the house"),
            ("L-23-reference", "CP-1"),
            ("L-23-in-line", "Riding is agreed there"),
        ];

        (await manager.DoAsync("decide", decision)).Is(HttpStatusCode.UnprocessableEntity).Shows("Give the care plan's reference.");
        (await manager.DoAsync("decide", [.. decision, .. grounds, ("L-23-version", "2")]))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("This is not the child's current care plan.");
        (await manager.DoAsync("decide", [.. decision, .. grounds, ("L-23-version", "3")]))
            .Is(HttpStatusCode.OK)
            .Shows("It waits for approval");

        Assert.Equal("awaitingApproval", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_refused_departure_refuses_the_whole()
    {
        var id = await house.RequestedAsync(InTheBedroom);
        var manager = await MailedLink.FindAsync(house, Harriet, Asked);

        (
            await manager.DoAsync(
                "decide",
                ("finding", "L-18"),
                ("L-18-decision", "refuse"),
                ("L-18-details", "The bedroom"),
                ("L-18-reasons", "The lounge is free that evening")
            )
        )
            .Is(HttpStatusCode.OK)
            .Shows("You refused this: The lounge is free that evening");

        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
    }
}
