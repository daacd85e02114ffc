using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The rules of this moment.</summary>
internal static class CloseOutRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Func<CloseOutCase, Finding?>> All { get; } = [];
}
