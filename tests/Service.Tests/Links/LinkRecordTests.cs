using System.Text.Json;
using OneToOne.Service.Json;
using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

public sealed class LinkRecordTests
{
    private static readonly DateTimeOffset Now = LinkBench.Evening.AddHours(1);
    private readonly LinkCode code = LinkCode.Create();

    private string Wrong => LinkBench.Another(code).Shown;

    [Fact]
    public void The_right_code_opens_the_link_and_notes_its_first_use()
    {
        var opened = Assert.IsType<LinkAttempt.Opened>(LinkBench.Link().Try(code.Shown, code, Now));

        Assert.Equal(Now, opened.Link.FirstUsedAt);
        Assert.Equal(LinkBench.Link() with { FirstUsedAt = Now }, opened.Link);
    }

    [Fact]
    public void The_right_code_again_changes_nothing()
    {
        var once = Assert.IsType<LinkAttempt.Opened>(LinkBench.Link().Try(code.Shown, code, Now)).Link;

        var twice = Assert.IsType<LinkAttempt.Opened>(once.Try(code.Shown, code, Now.AddHours(1))).Link;

        Assert.Equal(once, twice);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("on")]
    [InlineData("123456789")]
    public void What_is_no_code_is_not_counted_however_often(string? typed)
    {
        for (var i = 0; i < 20; i++)
            Assert.IsType<LinkAttempt.NotACode>(LinkBench.Link().Try(typed, code, Now));
    }

    [Fact]
    public void Five_wrong_codes_lock_the_link_and_the_right_one_comes_too_late()
    {
        var link = LinkBench.Link();
        foreach (var left in new[] { 4, 3, 2, 1, 0 })
        {
            var wrong = Assert.IsType<LinkAttempt.Wrong>(link.Try(Wrong, code, Now));
            Assert.Equal(left, wrong.Left);
            link = wrong.Link;
        }

        Assert.Equal(new LinkState.Locked(Now), link.StateAt(Now));
        Assert.Equal(new LinkAttempt.Shut(new LinkState.Locked(Now)), link.Try(code.Shown, code, Now));
        Assert.Null(link.FirstUsedAt);
    }

    [Fact]
    public void A_right_code_forgives_the_wrong_ones_before_it()
    {
        var link = LinkBench.Link();
        for (var i = 0; i < 4; i++)
            link = Assert.IsType<LinkAttempt.Wrong>(link.Try(Wrong, code, Now)).Link;

        link = Assert.IsType<LinkAttempt.Opened>(link.Try(code.Shown, code, Now)).Link;

        Assert.Equal(4, Assert.IsType<LinkAttempt.Wrong>(link.Try(Wrong, code, Now)).Left);
    }

    [Fact]
    public void A_link_whose_code_cannot_be_opened_any_more_lets_nobody_in() =>
        Assert.IsType<LinkAttempt.Wrong>(LinkBench.Link().Try(code.Shown, null, Now));

    [Fact]
    public void A_link_works_until_its_expiry_and_not_at_it()
    {
        var link = LinkBench.Link();

        Assert.IsType<LinkAttempt.Opened>(link.Try(code.Shown, code, link.ExpiresAt.AddTicks(-1)));
        Assert.Equal(new LinkAttempt.Shut(new LinkState.Expired(link.ExpiresAt)), link.Try(code.Shown, code, link.ExpiresAt));
    }

    [Fact]
    public void A_record_comes_back_from_its_json_as_it_was()
    {
        LinkRecord[] links =
        [
            LinkBench.Link(),
            LinkBench.Link(LinkPurpose.Session) with
            {
                FirstUsedAt = Now,
                State = new LinkState.Open(3),
            },
            LinkBench.Link() with
            {
                State = new LinkState.Locked(Now),
            },
        ];

        var json = JsonSerializer.Serialize(links, WireFormat.Options);

        Assert.Equal(links, JsonSerializer.Deserialize<LinkRecord[]>(json, WireFormat.Options));
    }
}
