using System.Net;
using OneToOne.Service.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class CodeTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly string[] Personal = ["OAK-1", "cleo", "wendy", "colin", "harriet", "Lounge", "Oak House", "review meeting"];

    private async Task<MailedLink> AskedAsync()
    {
        await house.RequestedAsync();
        return await MailedLink.FindAsync(house, Pat, "Please decide");
    }

    [Fact]
    public async Task Before_the_code_a_page_shows_nothing_personal()
    {
        var link = await AskedAsync();

        foreach (var page in new[] { await link.LookAsync(), await link.TypeAsync(""), await link.TypeAsync(link.WrongCode) })
        {
            Assert.True(page.AsksForCode);
            page.Hides(Personal);
        }
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_link_and_the_page_says_how_many_are_left()
    {
        var link = await AskedAsync();

        (await link.TypeAsync(link.WrongCode)).Is(HttpStatusCode.Forbidden).Shows("You can try 4 more times");
        (await link.TypeAsync(link.WrongCode)).Shows("You can try 3 more times");
        (await link.TypeAsync(link.WrongCode)).Shows("You can try 2 more times");
        (await link.TypeAsync(link.WrongCode)).Shows("You can try once more");
        (await link.TypeAsync(link.WrongCode)).Is(HttpStatusCode.Gone).Shows("This link is locked", "can have a new link sent to you");

        (await link.OpenAsync()).Is(HttpStatusCode.Gone).Shows("This link is locked").Hides(Personal);
        (await link.LookAsync()).Is(HttpStatusCode.Gone).Shows("This link is locked");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("123456789")]
    [InlineData("approve")]
    [InlineData("१२३४५६७८९")]
    [InlineData("<script>alert(1)</script>")]
    public async Task What_can_be_no_code_changes_nothing_and_does_not_count(string typed)
    {
        var link = await AskedAsync();
        for (var i = 0; i < LinkRecord.MaxWrongCodes + 1; i++)
            (await link.TypeAsync(typed)).Is(HttpStatusCode.BadRequest).Hides("alert(1)");

        (await link.TypeAsync(link.WrongCode)).Shows("You can try 4 more times");
        (await link.OpenAsync()).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_right_code_may_be_typed_with_spaces_or_dashes()
    {
        var link = await AskedAsync();

        (await link.TypeAsync($" {link.Code[..3]}-{link.Code[3..6]} {link.Code[6..]} ")).Is(HttpStatusCode.OK).Shows("OAK-1");
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_an_empty_form()
    {
        var link = await AskedAsync();

        (await link.SendAsync(HttpMethod.Post, "", new StringContent("{\"code\":1}", null, "application/json")))
            .Is(HttpStatusCode.BadRequest)
            .Hides(Personal);
        (await link.SendAsync(HttpMethod.Post, "/decide", null)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_forged_cut_or_foreign_token_leads_to_one_and_the_same_page()
    {
        var link = await AskedAsync();
        var address = link.Address.AbsoluteUri;
        var nothing = await link.With(new(address[..(address.LastIndexOf('/') + 1)] + "forged")).LookAsync();
        nothing.Is(HttpStatusCode.NotFound).Shows("There is nothing here for you");

        string[] others =
        [
            address[..^1],
            address[..^20],
            address + "A",
            address.Replace("/approve/", "/override/", StringComparison.Ordinal),
            address.Replace("/approve/", "/session/", StringComparison.Ordinal),
            address.Replace("/approve/", "/nothing/", StringComparison.Ordinal),
            new Uri(link.Address, LinkUrls.Prefix).AbsoluteUri,
        ];
        foreach (var other in others)
        {
            Assert.Equal(nothing.Html, (await link.With(new(other)).LookAsync()).Html);
            Assert.Equal(nothing.Html, (await link.With(new(other)).OpenAsync()).Html);
        }
    }

    [Fact]
    public async Task The_code_of_one_link_does_not_open_another()
    {
        var first = await AskedAsync();
        var second = await AskedAsync();

        (await second.TypeAsync(first.Code)).Is(HttpStatusCode.Forbidden).Hides(Personal);
    }

    [Fact]
    public async Task Answers_are_not_kept_not_referred_and_set_no_cookie()
    {
        var link = await AskedAsync();

        foreach (var page in new[] { await link.LookAsync(), await link.OpenAsync(), await link.TypeAsync(link.WrongCode) })
        {
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.StartsWith("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.False(page.Headers.ContainsKey("Set-Cookie"));
        }
    }
}
