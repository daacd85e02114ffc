using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

public sealed class SealedCodesTests
{
    private readonly SealedCodes codes = new(LinkBench.Keys());
    private readonly LinkCode code = LinkCode.Create();

    [Fact]
    public void A_sealed_code_opens_for_its_link()
    {
        var kept = codes.Seal(code, LinkBench.Address);

        Assert.True(codes.Open(kept, LinkBench.Address)?.Matches(code));
    }

    [Fact]
    public void A_sealed_code_does_not_show_the_code() =>
        Assert.DoesNotContain(
            code.Shown.Replace(" ", "", StringComparison.Ordinal),
            codes.Seal(code, LinkBench.Address),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("arr-2", "approve-1-mother")]
    [InlineData("arr-1", "approve-1-father")]
    [InlineData("arr-1", "approve-1-mothe")]
    public void Moved_to_another_link_it_does_not_open(string partition, string link)
    {
        var kept = codes.Seal(code, LinkBench.Address);

        Assert.Null(codes.Open(kept, new(partition, link)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("482719301")]
    [InlineData("שלום")]
    public void What_was_never_sealed_does_not_open(string kept) => Assert.Null(codes.Open(kept, LinkBench.Address));

    [Fact]
    public void Without_the_keys_it_does_not_open()
    {
        var kept = codes.Seal(code, LinkBench.Address);

        Assert.Null(new SealedCodes(LinkBench.Keys()).Open(kept, LinkBench.Address));
    }

    [Fact]
    public void A_token_is_not_a_sealed_code_even_with_the_same_keys()
    {
        var keys = LinkBench.Keys();
        var token = new LinkTokens(keys).Seal(LinkPurpose.Approve, LinkBench.Address, TimeSpan.FromDays(1));

        Assert.Null(new SealedCodes(keys).Open(token, LinkBench.Address));
    }
}
