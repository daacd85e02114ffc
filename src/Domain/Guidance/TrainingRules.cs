using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>Vulnerable areas and exposed settings: what is known of them, and who is trained for them (G-07, G-08).</summary>
internal static class TrainingRules
{
    /// <summary>An area that the home's register does not know has neither guidance nor training.</summary>
    public static Finding? G07(RequestCase c) =>
        c.Plan.Place.Area is not null && c.Facts.Home.AreaOf(c.Plan.Place) is null
            ? new(
                "G-07",
                DutyKind.Hard,
                "The home's register has no such area.",
                "Name an area as the home's register does, or leave it out.",
                "place.area"
            )
            : null;

    public static Finding? G08(RequestCase c) =>
        Topics(c).Where(topic => !IsTrained(topic, c)).ToArray() is { Length: > 0 } missing
            ? new(
                "G-08",
                DutyKind.Override,
                $"The worker's training for such a place is not in date on that day: {string.Join(", ", missing)}.",
                "Have it completed and recorded, or plan it where others are about; or a homes or service manager decides.",
                "place.exposure"
            )
            : null;

    private static IEnumerable<string> Topics(RequestCase c)
    {
        var topics = Exposures(c.Plan.Place).Distinct().Select(exposure => c.Facts.Policy.ExposureTopics.GetValueOrDefault(exposure));
        return topics.Append(c.Facts.Home.AreaOf(c.Plan.Place)?.Topic).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
    }

    // What a plan says of the place counts as well as what it calls it.
    private static IEnumerable<Exposure> Exposures(Place place)
    {
        if (place.Exposure is { } said)
            yield return said;
        if (place.Secluded)
            yield return Exposure.Isolated;
        if (place.Setting == Setting.Street)
            yield return Exposure.StreetBased;
    }

    private static bool IsTrained(string topic, RequestCase c)
    {
        var day = c.Facts.Home.DayOf(c.Plan.Start);
        return c.Facts.Worker.Training.Any(training => IsSame(training.Topic, topic) && training.IsInDate(day));
    }

    private static bool IsSame(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
