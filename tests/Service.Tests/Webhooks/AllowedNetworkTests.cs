using System.Net;
using OneToOne.Service.Webhooks;

namespace OneToOne.Service.Tests.Webhooks;

public sealed class AllowedNetworkTests
{
    private const string Name = "pager.example.org";

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00::1")]
    [InlineData("64:ff9b::203.0.113.7")]
    public void A_public_address_may_be_called(string address) =>
        Assert.True(new AllowedNetwork(false).Allows(Name, IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("64:ff9b::10.1.2.3")]
    public void A_private_address_may_be_called_only_if_the_settings_allow_it(string address)
    {
        Assert.False(new AllowedNetwork(false).Allows(Name, IPAddress.Parse(address)));
        Assert.True(new AllowedNetwork(true).Allows(Name, IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    [InlineData("2002:a9fe:a9fe::1")]
    public void A_link_local_or_special_address_may_never_be_called(string address) =>
        Assert.False(new AllowedNetwork(true).Allows(Name, IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::127.0.0.1")]
    public void This_machine_may_be_called_only_by_its_own_name(string address)
    {
        Assert.False(new AllowedNetwork(true).Allows(Name, IPAddress.Parse(address)));
        Assert.True(new AllowedNetwork(false).Allows("localhost", IPAddress.Parse(address)));
        Assert.True(new AllowedNetwork(false).Allows(address, IPAddress.Parse(address)));
    }
}
