using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-13: somebody can reach the worker, looks for them when they go silent, and comes when they call for help.</summary>
public sealed class G13ContactTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Phrase = "in an emergency";

    [Fact]
    public async Task G_13_how_the_worker_is_reached_and_who_is_called_is_asked()
    {
        await RefusedAsync(null);
        await RefusedAsync(new(ContactMethod.Radio, Wendy.Id));

        async Task RefusedAsync(SessionContact? contact) =>
            Assert.Equal<IEnumerable<string?>>(
                ["contact"],
                (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Contact = contact }))
                    .IsRefused(HttpStatusCode.UnprocessableEntity, "G-13")
                    .Fields
            );
    }

    [Fact]
    public async Task G_13_who_is_called_is_for_staff_and_changing_it_voids_nothing()
    {
        var id = await house.RequestedAsync();
        await OakHouse.ApproveAsync(id, house.Parent);
        var seen = await house.Colleague.GetAsync($"/api/arrangements/{id}");
        var contact = new SessionContact(ContactMethod.Landline, Sam.Id);

        var plan = (await house.Colleague.SeeAsync(id)).Plan with { Contact = contact };
        (await house.Colleague.PutAsync($"/api/arrangements/{id}/plan", plan, seen.ETag)).IsDone();

        Assert.Single((await house.HomesManager.SeeAsync(id)).Approvals);
        Assert.Equal(contact, (await house.Worker.SeeAsync(id)).Plan.Contact);
        Assert.Null((await house.Parent.SeeAsync(id)).Plan.Contact);
        Assert.Contains(Phrase, (await PageAsync(Harriet)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phrase, (await PageAsync(Pat)).Text, StringComparison.Ordinal);
    }

    private async Task<LinkPage> PageAsync(Domain.People.Person person) =>
        await (await MailedLink.FindAsync(house, person, "Please decide")).OpenAsync();
}
