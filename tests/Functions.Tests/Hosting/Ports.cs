using System.Net;
using System.Net.Sockets;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The Durable host in memory draws its port at random unless it is told one.</summary>
internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
