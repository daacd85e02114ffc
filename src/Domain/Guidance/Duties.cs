using System.Collections.Immutable;

namespace OneToOne.Domain.Guidance;

/// <summary>The table of all that the two documents ask: the general guidance (G) and Lincolnshire 3.7.5 (L).</summary>
public static class Duties
{
    /// <summary>Every row, in the order of the documents.</summary>
    public static ImmutableArray<Duty> All { get; } = [.. GeneralDuties.Rows, .. LincolnshireDuties.Rows];

    internal static Duty NotYet(string id, string section, DutyKind kind, string words) => new(id, section, [kind], words, []);

    internal static Duty Enforced(string id, string section, DutyKind kind, string words, params ImmutableArray<string> where) =>
        new(id, section, [kind], words, where);
}
