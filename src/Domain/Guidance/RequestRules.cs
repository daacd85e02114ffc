using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The rules of this moment.</summary>
internal static class RequestRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Func<RequestCase, Finding?>> All { get; } = [];

    /// <summary>The rules that judge an unplanned start.</summary>
    public static ImmutableArray<Func<RequestCase, Finding?>> Unplanned { get; } = [];
}
