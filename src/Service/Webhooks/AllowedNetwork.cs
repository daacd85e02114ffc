using System.Net;
using System.Net.Sockets;

namespace OneToOne.Service.Webhooks;

/// <summary>Connects only to networks that a notice may reach, looking at the very address that is connected to.</summary>
/// <remarks>
/// An administrator sets a webhook's address, and its name may lead elsewhere tomorrow. Link-local addresses (where clouds keep their
/// credentials) and addresses that are no single host's are never called; private ones only if the settings allow it; this very machine
/// only if the address names it.
/// </remarks>
internal sealed class AllowedNetwork(bool allowPrivate)
{
    private static readonly IPNetwork[] Never = Parse(
        "0.0.0.0/8",
        "169.254.0.0/16",
        "224.0.0.0/3",
        "::/128",
        "fe80::/10",
        "ff00::/8",
        "2001::/32",
        "2002::/16"
    );
    private static readonly IPNetwork[] Private = Parse(
        "10.0.0.0/8",
        "100.64.0.0/10",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "fc00::/7",
        "fec0::/10"
    );
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = Array.FindAll(await Dns.GetHostAddressesAsync(host, cancellationToken), address => Allows(host, address));
        if (addresses.Length == 0)
            throw new ForbiddenNetworkException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public bool Allows(string host, IPAddress address)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain))
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);
        return !Contains(Never, plain) && (allowPrivate || !Contains(Private, plain));
    }

    // An IPv4 address inside an IPv6 one is judged as what it is.
    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Translated.Contains(address) ? new(address.GetAddressBytes().AsSpan(12))
        : address;

    private static bool Contains(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, network => network.Contains(address));

    private static IPNetwork[] Parse(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}

/// <summary>An address leads to where no notice may go.</summary>
internal sealed class ForbiddenNetworkException() : IOException("the address leads to a network that no notice may go to");
