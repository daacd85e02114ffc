using OneToOne.CosmosGateway.Faults;

namespace OneToOne.Service.Tests.Store.Cosmos;

/// <summary>What can go wrong with one request, by name, so that a test run says which it was.</summary>
internal static class Troubles
{
    public const string Throttled = "throttled";
    public const string Unavailable = "unavailable";
    public const string TimedOut = "timed out";
    public const string TimedOutDone = "timed out after it was done";
    public const string Cut = "cut";
    public const string CutDone = "cut after it was done";

    public static TheoryData<string> All => [Throttled, Unavailable, TimedOut, TimedOutDone, Cut, CutDone];

    /// <summary>Those that leave nothing behind.</summary>
    public static TheoryData<string> Before => [Throttled, Unavailable, TimedOut, Cut];

    /// <summary>Those that leave all of it behind.</summary>
    public static TheoryData<string> After => [TimedOutDone, CutDone];

    public static Fault Named(string name) =>
        name switch
        {
            Throttled => new Fault.Throttled(TimeSpan.FromMilliseconds(5)),
            Unavailable => new Fault.Unavailable(),
            TimedOut => new Fault.TimedOut(Done: false),
            TimedOutDone => new Fault.TimedOut(Done: true),
            Cut => new Fault.Cut(Done: false),
            _ => new Fault.Cut(Done: true),
        };
}
