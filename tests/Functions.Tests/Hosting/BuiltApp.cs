using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>Runs the app's own Program until its host is built, and goes no further.</summary>
internal sealed class BuiltApp : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Other tests build hosts at the same time.
    private static readonly AsyncLocal<bool> Mine = new();

    private IHost? host;

    public static IHost Of(System.Reflection.Assembly app, params string[] settings)
    {
        var built = new BuiltApp();
        using var all = DiagnosticListener.AllListeners.Subscribe(built);
        Mine.Value = true;
        var stopped = Assert.Throws<System.Reflection.TargetInvocationException>(() => app.EntryPoint!.Invoke(null, [settings]));
        Assert.True(stopped.InnerException is HostAbortedException, $"{stopped.InnerException}");
        return built.host!;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "HostBuilt" || !Mine.Value)
            return;
        host = (IHost)value.Value!;
        throw new HostAbortedException();
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
