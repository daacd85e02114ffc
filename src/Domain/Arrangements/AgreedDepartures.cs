using System.Collections.Immutable;
using OneToOne.Domain.Overrides;

namespace OneToOne.Domain.Arrangements;

/// <summary>
/// Which departures that were allowed for an agreement are allowed for an occasion under it. A decision was made about the agreement's first
/// worker and its own place; of another worker or place it says something only where what it allows has to do with neither.
/// </summary>
internal static class AgreedDepartures
{
    private static readonly ImmutableHashSet<string> OfAnyWorker = ["G-19", "G-22", "L-01", "L-15", "L-18"];
    private static readonly ImmutableHashSet<string> OfAnyPlace = ["G-22", "L-01", "L-12", "L-15", "L-18", "L-25"];

    public static ImmutableArray<OverrideDecision> For(Plan occasion, Arrangement agreement) =>
        [
            .. agreement.Overrides.Where(o =>
                o.Allowed
                && (occasion.Worker == agreement.Plan.Worker || OfAnyWorker.Contains(o.FindingId))
                && (!OtherPlace.Is(occasion, agreement.Plan) || OfAnyPlace.Contains(o.FindingId))
            ),
        ];
}
