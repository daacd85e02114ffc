using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>A section of the guidance.</summary>
/// <param name="Id">What a duty's section is called, such as <c>L2</c>.</param>
/// <param name="Name">The document and the section, in words.</param>
public sealed record GuidanceSection(string Id, string Name);

/// <summary>The table of all that the two documents ask: the general guidance (G) and Lincolnshire 3.7.5 (L).</summary>
public static class Duties
{
    /// <summary>Every row, in the order of the documents.</summary>
    public static ImmutableArray<Duty> All { get; } = [.. GeneralDuties.Rows, .. LincolnshireDuties.Rows];

    /// <summary>The sections, in the order of the documents.</summary>
    public static ImmutableArray<GuidanceSection> Sections { get; } =
    [
        new("G", "one-to-one situations, for every organisation and every independent adult"),
        new("L1", "Lincolnshire 3.7.5, background"),
        new("L2", "Lincolnshire 3.7.5, preparation"),
        new("L3", "Lincolnshire 3.7.5, key principles"),
        new("L4", "Lincolnshire 3.7.5, positive reasons"),
    ];

    private static readonly FrozenDictionary<string, Duty> ById = All.ToFrozenDictionary(duty => duty.Id);

    /// <summary>The row of an id.</summary>
    /// <param name="id">The id of a finding, such as <c>G-16</c>.</param>
    /// <returns>The row; null for a name of our own, such as <c>phase</c>.</returns>
    public static Duty? Of(string id) => ById.GetValueOrDefault(id);
}
