using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>What a worker has read before the start (L-30, L-32).</summary>
internal static class ReadingRules
{
    /// <summary>The rules at a planned start: the current version of each.</summary>
    public static ImmutableArray<Rule<StartCase>> AtStart { get; } =
    [
        new("L-30", c => Unread(c.Facts, ReadDocument.CarePlan)),
        new("L-30", c => Unread(c.Facts, ReadDocument.CaseHistory)),
        new("L-32", c => Unread(c.Facts, ReadDocument.PhysicalContactGuidance)),
    ];

    /// <summary>
    /// The rules at an unplanned start: some version of each. A child who asks to talk now cannot wait until somebody has read what changed
    /// this week, but who has never read anything about the child is not the one to talk to alone.
    /// </summary>
    public static ImmutableArray<Rule<RequestCase>> Unplanned { get; } =
    [
        new("L-30", c => NeverRead(c.Facts, ReadDocument.CarePlan)),
        new("L-30", c => NeverRead(c.Facts, ReadDocument.CaseHistory)),
        new("L-32", c => NeverRead(c.Facts, ReadDocument.PhysicalContactGuidance)),
    ];

    private static Finding? Unread(Facts facts, ReadDocument document) =>
        Find(facts, document) is { IsRead: false } one
            ? Owed(one, $"The worker has not acknowledged the current version of {NameOf(document)}.")
            : null;

    private static Finding? NeverRead(Facts facts, ReadDocument document) =>
        Find(facts, document) is { Last: null } one ? Owed(one, $"The worker has never acknowledged {NameOf(document)}.") : null;

    private static ToRead Find(Facts facts, ReadDocument document) => ToRead.For(facts).First(one => one.Document == document);

    private static Finding Owed(ToRead one, string problem) =>
        new(
            one.Document == ReadDocument.PhysicalContactGuidance ? "L-32" : "L-30",
            one.Document == ReadDocument.PhysicalContactGuidance ? DutyKind.Ask : DutyKind.Hard,
            problem,
            $"The worker reads {one.Current.Reference}, version {one.Current.Version}, where it is kept, and then acknowledges it."
        );

    private static string NameOf(ReadDocument document) =>
        document switch
        {
            ReadDocument.CarePlan => "the child's care plan",
            ReadDocument.CaseHistory => "the child's case history",
            _ => "the guidance on physical contact",
        };
}
