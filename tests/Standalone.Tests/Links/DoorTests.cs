using System.Net;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>Every purpose's page before its code, after a wrong one, and after the right one.</summary>
public sealed class DoorTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly string[] Personal =
    [
        "wendy",
        "colin",
        "sam",
        "harriet",
        "sunil",
        "pat@",
        "paula",
        "OAK-1",
        "Cleo",
        "Lounge",
        "bedroom",
        "Oak House",
        "review meeting",
        "keywork",
    ];

    [Theory]
    [InlineData("approve")]
    [InlineData("override")]
    [InlineData("escalation")]
    [InlineData("notice")]
    [InlineData("session")]
    [InlineData("explain")]
    [InlineData("review")]
    public async Task A_page_shows_whose_child_and_where_only_behind_its_code(string purpose)
    {
        var (to, subject) = await HappenAsync(purpose);
        var link = await MailedLink.FindAsync(house, to, subject);
        Assert.Contains($"/l/{purpose}/", link.Address.AbsolutePath, StringComparison.Ordinal);

        foreach (var page in new[] { await link.LookAsync(), await link.TapAsync(""), await link.TypeAsync(link.WrongCode) })
        {
            Assert.True(page.AsksForCode);
            page.Hides(Personal);
        }
        (await link.OpenAsync()).Is(HttpStatusCode.OK);
        (await link.LookAsync()).Is(HttpStatusCode.OK).Hides(Personal);
    }

    private async Task<(Person To, string Subject)> HappenAsync(string purpose)
    {
        switch (purpose)
        {
            case "approve":
                await house.RequestedAsync();
                return (Pat, "Please decide");
            case "override":
                await house.RequestedAsync(OverrideLinkTests.InTheBedroom);
                return (Harriet, "a departure from the guidance");
            case "escalation":
                (await house.Worker.DoAsync(await StartedAsync(), "help")).IsDone();
                return (Sam, "help is asked for");
            case "notice":
                await house.ApprovedAsync();
                return (Colin, "Please read");
            case "session":
                await house.ApprovedAsync();
                return (Wendy, "Your page");
            case "explain":
                (await house.Worker.DoAsync(await house.ApprovedAsync(), "decline", new { reason = "She asked me not to" })).IsDone();
                return (Wendy, "Please explain it");
            default:
                await house.LeaveAsync();
                (await house.Worker.PostAsync("/api/arrangements/unplanned", Unplanned)).IsDone();
                return (Harriet, "started unplanned");
        }
    }

    private UnplannedStart Unplanned =>
        new(house.Keywork with { Purpose = Domain.Arrangements.Purpose.Talk, Length = TimeSpan.FromMinutes(20) }, Colin.Id);

    private Task<string> StartedAsync() => house.StartedAsync(p => p with { Start = house.Now.AddHours(1) });
}
