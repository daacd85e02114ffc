using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneToOne.Bench.Tools;

/// <summary>
/// One HTTP/1.1 connection of a load client, as lean as can be: on the same two cores, whatever the client does is taken from the server.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];

    public Connection(IPEndPoint address) => socket.Connect(address);

    /// <summary>A whole POST, ready to be sent.</summary>
    public static byte[] Post(string path, string token, string json, string? idempotencyKey = null) =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
                + (idempotencyKey is null ? "" : $"Idempotency-Key: {idempotencyKey}\r\n")
                + $"Content-Length: {json.Length}\r\n\r\n{json}"
        );

    /// <summary>A whole GET, ready to be sent.</summary>
    public static byte[] Get(string path, string token) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n");

    /// <summary>Sends a request and reads the answer to its end; throws unless it is 200.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (received, length) = (0, -1);
        while (length < 0 || received < length)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (count == 0)
                throw new IOException("The server closed the connection.");
            received += count;
            length = LengthOf(buffer.AsSpan(0, received));
        }
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, received));
    }

    public void Dispose() => socket.Dispose();

    // Header and body together; below 0 while the header is not all there.
    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var body = answer.IndexOf("\r\n\r\n"u8);
        if (body < 0)
            return -1;
        var value = answer[(answer.IndexOf("Content-Length: "u8) + 16)..];
        return body + 4 + int.Parse(value[..value.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
    }
}
