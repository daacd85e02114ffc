using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OneToOne.Standalone.Hosting;

namespace OneToOne.Bench.Tools;

/// <summary>The server in a process of its own, as <c>serve</c> starts it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, IPEndPoint address, TimeSpan startedIn) =>
        (this.process, Address, StartedIn) = (process, address, startedIn);

    public IPEndPoint Address { get; }

    /// <summary>The time from the process's start to its first answer.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>The memory that the process holds now, in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>The processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on a data folder; it has answered once when this returns.</summary>
    public static ServerProcess Start(string data)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(Command(data, address))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!Answers(address))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > LongestStart)
                throw new InvalidOperationException("The server does not start.");
            Thread.Sleep(1);
        }
        return new(process, address, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo Command(string data, IPEndPoint address) =>
        new("dotnet", [typeof(Server).Assembly.Location, "serve", "--data", data, "--urls", $"http://{address}", "--mail", "folder"])
        {
            RedirectStandardOutput = true,
            // A load from one person is what is measured here, not refused.
            Environment = { ["ONETOONE_RateLimit__PerCaller"] = "100000000" },
        };

    private static bool Answers(IPEndPoint address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(address);
        }
        catch (SocketException)
        {
            return false;
        }
        socket.Send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
        Span<byte> answer = stackalloc byte[512];
        return answer[..socket.Receive(answer)].StartsWith("HTTP/1.1 200"u8);
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
