using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

public sealed class LinkCodeTests
{
    // The check digit is the last one.
    private const string Good = "482 719 309";

    [Theory]
    [InlineData("482719309")]
    [InlineData(" 482-719-309 ")]
    [InlineData("482.719.309")]
    [InlineData("4 8 2 7 1 9 3 0 9\r\n")]
    [InlineData("482–719—309")]
    [InlineData("\u200f482\u00a0719\u202f309\u200e")]
    [InlineData("٤٨٢ ٧١٩ ٣٠٩")]
    [InlineData("४८२ ७१९ ३०९")]
    public void A_code_is_read_however_it_is_typed(string typed)
    {
        Assert.True(LinkCode.TryParse(typed, out var code));
        Assert.Equal(Good, code.Shown);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("482719")]
    [InlineData("4827193090")]
    [InlineData("482719309 482719309")]
    [InlineData("code 482719309")]
    [InlineData("482719309;")]
    [InlineData("abcdefghi")]
    [InlineData("123456789")]
    [InlineData("111111111")]
    [InlineData("482719302")]
    public void What_is_no_code_is_not_well_formed(string? typed) => Assert.False(LinkCode.TryParse(typed, out _));

    [Fact]
    public void An_endless_text_is_not_well_formed() => Assert.False(LinkCode.TryParse(new string(' ', 1_000_000) + "482719309", out _));

    [Fact]
    public void One_wrong_digit_is_never_well_formed()
    {
        const string digits = "482719309";
        for (var i = 0; i < digits.Length; i++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
            {
                var typed = digits[..i] + wrong + digits[(i + 1)..];
                Assert.Equal(wrong == digits[i], LinkCode.TryParse(typed, out _));
            }
        }
    }

    [Fact]
    public void Every_code_that_is_made_is_well_formed_and_matches_itself()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = LinkCode.Create();
            Assert.True(LinkCode.TryParse(code.Shown, out var read));
            Assert.True(code.Matches(read));
            Assert.False(code.Matches(LinkBench.Another(code)));
        }
    }

    [Fact]
    public void Codes_are_not_repeated() =>
        Assert.InRange(Enumerable.Range(0, 1000).Select(_ => LinkCode.Create().Shown).Distinct().Count(), 999, 1000);

    [Fact]
    public void As_text_a_code_hides_itself() => Assert.DoesNotContain(LinkCode.Create().ToString(), char.IsDigit);
}
