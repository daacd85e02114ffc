using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

public sealed class LinkTokensTests
{
    private static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3);
    private readonly LinkTokens tokens = new(LinkBench.Keys());

    public static TheoryData<LinkPurpose> Purposes => [.. LinkPurposes.All];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_token_opens_for_its_own_purpose_and_for_no_other(LinkPurpose purpose)
    {
        var token = tokens.Seal(purpose, LinkBench.Address, ThreeDays);

        var opening = LinkPurposes.All.Where(other => tokens.TryOpen(other, token, out _));

        Assert.Equal([purpose], opening);
        Assert.True(tokens.TryOpen(purpose, token, out var address));
        Assert.Equal(LinkBench.Address, address);
    }

    [Fact]
    public void A_token_fits_into_a_path_and_says_nothing()
    {
        var token = tokens.Seal(LinkPurpose.Approve, LinkBench.Address, ThreeDays);

        Assert.Matches("^[A-Za-z0-9_-]{40,400}$", token);
        Assert.NotEqual(token, tokens.Seal(LinkPurpose.Approve, LinkBench.Address, ThreeDays));
    }

    [Fact]
    public void A_token_with_any_character_changed_is_no_token()
    {
        var token = tokens.Seal(LinkPurpose.Approve, LinkBench.Address, ThreeDays);
        // The last character of base64 may hold unused bits.
        for (var i = 0; i < token.Length - 1; i++)
        {
            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.False(tokens.TryOpen(LinkPurpose.Approve, forged, out _), $"character {i}");
        }
    }

    [Fact]
    public void A_token_cut_anywhere_is_no_token()
    {
        var token = tokens.Seal(LinkPurpose.Approve, LinkBench.Address, ThreeDays);
        for (var length = 0; length < token.Length; length++)
            Assert.False(tokens.TryOpen(LinkPurpose.Approve, token[..length], out _), $"length {length}");
        Assert.False(tokens.TryOpen(LinkPurpose.Approve, token + token, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("approve")]
    [InlineData("../../etc/passwd")]
    [InlineData("CfDJ8")]
    [InlineData("%00")]
    [InlineData("שלום")]
    [InlineData("\ud800")]
    public void What_was_never_sealed_is_no_token(string? token) => Assert.False(tokens.TryOpen(LinkPurpose.Approve, token, out _));

    [Fact]
    public void An_endless_token_is_no_token() => Assert.False(tokens.TryOpen(LinkPurpose.Approve, new string('A', 1_000_000), out _));

    [Fact]
    public void A_token_sealed_with_other_keys_is_no_token()
    {
        var foreign = new LinkTokens(LinkBench.Keys()).Seal(LinkPurpose.Approve, LinkBench.Address, ThreeDays);

        Assert.False(tokens.TryOpen(LinkPurpose.Approve, foreign, out _));
    }

    [Fact]
    public void The_token_of_an_expired_link_still_opens_so_that_the_page_can_say_so()
    {
        var token = tokens.Seal(LinkPurpose.Approve, LinkBench.Address, TimeSpan.FromDays(-1));

        Assert.True(tokens.TryOpen(LinkPurpose.Approve, token, out _));
    }

    [Fact]
    public void A_token_long_past_its_link_is_no_token()
    {
        var token = tokens.Seal(LinkPurpose.Approve, LinkBench.Address, -LinkTokens.Linger - TimeSpan.FromMinutes(1));

        Assert.False(tokens.TryOpen(LinkPurpose.Approve, token, out _));
    }

    [Fact]
    public void An_id_that_could_be_mistaken_for_two_is_refused() =>
        Assert.Throws<ArgumentException>(() => tokens.Seal(LinkPurpose.Approve, new("arr-1\narr-2", "l"), ThreeDays));

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_purpose_is_read_from_the_word_it_is_written_as(LinkPurpose purpose)
    {
        Assert.True(LinkPurposes.TryRead(purpose.Word(), out var read));
        Assert.Equal(purpose, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Approve")]
    [InlineData("0")]
    [InlineData("approve,override")]
    public void Another_word_is_no_purpose(string? word) => Assert.False(LinkPurposes.TryRead(word, out _));
}
