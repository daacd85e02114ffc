using System.Globalization;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>How often a crash test kills: 5 times, or as often as the environment's ROUNDS says.</summary>
internal static class Rounds
{
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "5", CultureInfo.InvariantCulture);
}
