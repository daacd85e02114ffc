using System.Diagnostics;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>A program of ours in a process of its own, ended by SIGKILL and in no other way.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process process;

    public KilledProcess(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
    }

    /// <summary>
    /// What it has said when it is killed, which happens as soon as it has said <paramref name="lines"/> lines. What it says between that
    /// and its end counts as said.
    /// </summary>
    public async Task<List<string>> KillAfter(int lines)
    {
        var said = new List<string>();
        while (said.Count < lines && await process.StandardOutput.ReadLineAsync() is { } line)
            said.Add(line);
        Assert.False(process.HasExited, "It ended by itself.");
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            said.Add(line);
        await process.WaitForExitAsync();
        return said;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
