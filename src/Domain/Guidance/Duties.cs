using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The table of all that the two documents ask: the general guidance (G) and Lincolnshire 3.7.5 (L).</summary>
public static class Duties
{
    /// <summary>Every row, in the order of the documents.</summary>
    public static ImmutableArray<Duty> All { get; } = [.. GeneralDuties.Rows, .. LincolnshireDuties.Rows];
}
