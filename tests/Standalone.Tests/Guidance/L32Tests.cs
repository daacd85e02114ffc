using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-32: the worker has read the current guidance on physical contact, and contact is asked about at the end.</summary>
[Trait("Store", "Own")]
public sealed class L32Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Own = "/api/people/wendy/acknowledgements";
    private static readonly ArrangementCommand.Start Start = new(new([0]));

    [Fact]
    public async Task L_32_a_newer_guidance_refuses_the_start_until_the_worker_has_read_it()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var policy = (await own.Administrator.GetAsync("/api/policy")).IsDone();
        var next = policy.As<Policy>() with { PhysicalContactGuidance = new("the organisation's guidance on physical contact", 2) };
        (await own.Administrator.PutAsync("/api/policy", next, policy.ETag)).IsDone();
        var id = await own.ApprovedAsync();
        var seen = await own.Colleague.SeeAsync(id);
        (await own.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        await own.Server.Clock.PassToAsync(seen.Plan.Start, CancellationToken.None);

        (await own.Worker.DoAsync(id, "start", Start)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-32");
        (await own.Worker.PostAsync(Own, new { physicalContactGuidance = 1 })).IsRefused(HttpStatusCode.UnprocessableEntity, "L-32");
        (await own.HomesManager.PostAsync(Own, new { physicalContactGuidance = 2 })).IsRefused(HttpStatusCode.Forbidden, "who");
        (await own.Administrator.PostAsync(Own, new { physicalContactGuidance = 2 })).Is(HttpStatusCode.Forbidden);
        var page = await MailedLink.FindAsync(own, Wendy, "Your page");
        (await page.OpenAsync()).Shows("The guidance on physical contact", "version 2");
        (await page.DoAsync("read", ("read", "PhysicalContactGuidance:2"))).Is(HttpStatusCode.OK);

        (await own.Worker.DoAsync(id, "start", Start)).IsDone();
    }

    [Fact]
    public async Task L_32_it_is_asked_at_the_end_and_contact_is_described()
    {
        var id = await house.FinishedAsync();
        foreach (
            var record in new[] { OakHouse.GoodRecord with { PhysicalContact = null }, OakHouse.GoodRecord with { PhysicalContact = true } }
        )
            (await RecordAsync(id, record)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-32");

        (await RecordAsync(id, OakHouse.GoodRecord with { PhysicalContact = true, Contact = "A hand on her shoulder" })).IsDone();

        Assert.Equal("A hand on her shoulder", (await house.HomesManager.SeeAsync(id)).CloseOut!.Contact);
    }

    private Task<Reply> RecordAsync(string id, CloseOut record) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(record));
}
