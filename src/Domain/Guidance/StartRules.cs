using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The rules of this moment.</summary>
internal static class StartRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Func<StartCase, Finding?>> All { get; } = [];
}
