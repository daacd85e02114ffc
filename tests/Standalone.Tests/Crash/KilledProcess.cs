using System.Diagnostics;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>What <c>tests/CrashLoad</c> does, in a process of its own that is ended by SIGKILL and in no other way.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process process;

    public KilledProcess(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OneToOne.CrashLoad.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!;
    }

    /// <summary>Its next line; null once it has ended.</summary>
    public async Task<string?> ReadLineAsync() => await process.StandardOutput.ReadLineAsync();

    public void Kill()
    {
        Assert.False(process.HasExited, "It ended by itself.");
        process.Kill();
    }

    /// <summary>What it says until it is killed, and what it had said by then without our having read it.</summary>
    /// <param name="lines">It is killed as soon as it has said so many lines.</param>
    public async Task<List<string>> KillAfterAsync(int lines)
    {
        var said = new List<string>();
        while (said.Count < lines && await ReadLineAsync() is { } line)
            said.Add(line);
        Kill();
        while (await ReadLineAsync() is { } line)
            said.Add(line);
        await process.WaitForExitAsync();
        return said;
    }

    /// <summary>Ends it if it has not ended, and waits for that: its files are free afterwards.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
