using OneToOne.Domain.People;

namespace OneToOne.Domain.Tests.People;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://pager.example.org/notify?team=7")]
    [InlineData("https://pager.example.org:8443/")]
    [InlineData("http://127.0.0.1:9000/hook")]
    [InlineData("http://[::1]:9000/hook")]
    [InlineData("http://localhost/hook")]
    public void An_https_address_or_a_loopback_one_is_accepted(string text)
    {
        Assert.True(WebhookAddress.TryParse(text, out var address));
        Assert.Equal(text, address.Value);
        Assert.Equal(new WebhookAddress(text), address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pager.example.org")]
    [InlineData("/hook")]
    [InlineData("http://pager.example.org/")]
    [InlineData("http://127.0.0.1.example.org/")]
    [InlineData("ftp://pager.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@pager.example.org/")]
    [InlineData("https://user@pager.example.org/")]
    [InlineData("https://pager.example.org/#part")]
    [InlineData("https://pager.example.org/\r\nHost: other")]
    [InlineData("https://pager.example.org/a b")]
    public void Everything_else_is_refused(string? text) => Assert.False(WebhookAddress.TryParse(text, out _));

    [Fact]
    public void A_very_long_address_is_refused() =>
        Assert.False(WebhookAddress.TryParse("https://pager.example.org/" + new string('a', WebhookAddress.MaxLength), out _));

    [Fact]
    public void Our_own_door_throws() => Assert.Throws<FormatException>(() => new WebhookAddress("http://pager.example.org/"));
}
