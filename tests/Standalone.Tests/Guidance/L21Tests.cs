using System.Net;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-21: colleagues who may know are told the reason, the place and how long it takes.</summary>
public sealed class L21Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task L_21_the_notice_says_why_where_and_how_long_behind_its_code_and_the_mail_says_none_of_it()
    {
        await house.ApprovedAsync();
        var mail = (await MailedLink.MailsAsync(house, Colin)).Last(one => one.Subject.Contains("Please read", StringComparison.Ordinal));
        foreach (var text in new[] { "review meeting", "Lounge", "OAK-1", "Cleo" })
            Assert.DoesNotContain(text, mail.Text, StringComparison.OrdinalIgnoreCase);

        (await (await MailedLink.FindAsync(house, Colin, "Please read")).OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("Prepare what she wants to say at her review meeting", "Lounge", "1 hour");
    }

    [Fact]
    public async Task L_21_nobody_is_named_who_may_not_know() =>
        (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Inform = [Wilf.Id] })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "L-21"
        );

    [Fact]
    public async Task L_21_who_is_not_named_has_no_notice_to_acknowledge()
    {
        var id = await house.ApprovedAsync();

        (await house.Senior.DoAsync(id, "notice", new { (await house.Senior.SeeAsync(id)).Digest })).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
    }
}
