using System.Globalization;
using OneToOne.CrashLoad;

await (
    args switch
    {
        ["store", var path] => StoreLoad.RunAsync(path),
        ["server", var data, var start] => WholeServer.RunAsync(data, DateTimeOffset.Parse(start, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("store PATH, or server FOLDER START"),
    }
);
