using OneToOne.Domain.People;

namespace OneToOne.Domain.Tests.People;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.org")]
    [InlineData("anna.o'neill+home@mail.example.org")]
    [InlineData("用户@例子.广告")]
    [InlineData("मेल@डाटामेल.भारत")]
    [InlineData("jürgen@bücher.example")]
    public void A_bare_address_is_accepted_as_written(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(text, address.Value);
        Assert.Equal(address, new EmailAddress(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.org")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@127.0.0.1")]
    [InlineData("anna@[127.0.0.1]")]
    [InlineData("anna@example..org")]
    [InlineData("anna@example.org.")]
    [InlineData("anna@-example.org")]
    [InlineData("anna@exa_mple.org")]
    [InlineData(".anna@example.org")]
    [InlineData("anna.@example.org")]
    [InlineData("an..na@example.org")]
    [InlineData("an na@example.org")]
    [InlineData(" anna@example.org")]
    [InlineData("anna@example.org ")]
    [InlineData("anna@home@example.org")]
    public void What_is_no_address_is_refused(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out var address));
        Assert.Null(address);
    }

    [Theory]
    [InlineData("anna@example.org\r\nBcc: eve@example.org")]
    [InlineData("anna@example.org\n")]
    [InlineData("anna\r\n@example.org")]
    [InlineData("anna@exam\rple.org")]
    [InlineData("anna\0@example.org")]
    [InlineData("anna\u007f@example.org")]
    [InlineData("anna\u2028@example.org")]
    [InlineData("anna\u202e@example.org")]
    [InlineData("anna\u200b@example.org")]
    [InlineData("anna@exam\u202eple.org")]
    [InlineData("anna\ud800@example.org")]
    [InlineData("anna@\ud800.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("<anna@example.org>")]
    [InlineData("\"anna\"@example.org")]
    [InlineData("anna(home)@example.org")]
    [InlineData("anna@example.org,eve@example.org")]
    [InlineData("anna@example.org;eve@example.org")]
    public void What_could_break_a_mail_header_is_refused(string text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_longer_than_254_bytes_is_refused()
    {
        static string WithDomain(int length) => "anna@" + string.Join('.', Enumerable.Repeat(new string('d', 49), 5))[..(length - 5)];

        Assert.True(EmailAddress.TryParse(WithDomain(250), out _));
        Assert.False(EmailAddress.TryParse(WithDomain(254) + ".d", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.org", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 1_000_000) + "@example.org", out _));
    }

    [Theory]
    [InlineData("anna@example.org", "anna@EXAMPLE.org")]
    [InlineData("anna@bücher.example", "anna@BÜCHER.example")]
    [InlineData("anna@bücher.example", "anna@xn--bcher-kva.example")]
    [InlineData("anna@example.org", "anna@exam\u200bple.org")]
    [InlineData("anna@example.org", "anna@example。org")]
    public void Addresses_whose_domains_are_the_same_are_equal(string one, string other) =>
        Assert.Equal(new EmailAddress(one), new EmailAddress(other));

    [Fact]
    public void Our_own_door_throws() => Assert.Throws<FormatException>(() => new EmailAddress("anna"));
}
