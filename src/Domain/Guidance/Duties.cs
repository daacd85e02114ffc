using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The table of all that the two documents ask: the general guidance (G) and Lincolnshire 3.7.5 (L).</summary>
public static class Duties
{
    /// <summary>Every row, in the order of the documents.</summary>
    public static ImmutableArray<Duty> All { get; } = [.. GeneralDuties.Rows, .. LincolnshireDuties.Rows];

    private static readonly FrozenDictionary<string, Duty> ById = All.ToFrozenDictionary(duty => duty.Id);

    /// <summary>The row of an id.</summary>
    /// <param name="id">The id of a finding, such as <c>G-16</c>.</param>
    /// <returns>The row; null for a name of our own, such as <c>phase</c>.</returns>
    public static Duty? Of(string id) => ById.GetValueOrDefault(id);
}
