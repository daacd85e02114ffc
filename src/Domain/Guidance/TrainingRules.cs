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
        Missing(c.Plan, c.Facts, c.Plan.Start) is { Length: > 0 } missing
            ? new(
                "G-08",
                DutyKind.Override,
                $"The worker's training for such a place is not in date on that day: {string.Join(", ", missing)}.",
                "Have it completed and recorded, or plan it where others are about; or a homes or service manager decides.",
                "place.exposure"
            )
            : null;

    /// <summary>What was in date when it was asked for may have lapsed since, and at the start nobody can decide otherwise any more.</summary>
    public static Finding? G08Now(StartCase c) =>
        !c.Arrangement.Allows("G-08") && Missing(c.Arrangement.Plan, c.Facts, c.Now) is { Length: > 0 } missing
            ? new(
                "G-08",
                DutyKind.Hard,
                $"The worker's training for such a place is not in date any more: {string.Join(", ", missing)}.",
                "Have it completed and recorded; or take this back, and make a request with another worker or where others are about."
            )
            : null;

    private static string[] Missing(Plan plan, Facts facts, DateTimeOffset at) =>
        [.. Topics(plan, facts).Where(topic => !IsTrained(topic, facts, at))];

    private static IEnumerable<string> Topics(Plan plan, Facts facts)
    {
        var topics = Exposures(plan.Place).Distinct().Select(exposure => facts.Policy.ExposureTopics.GetValueOrDefault(exposure));
        return topics.Append(facts.Home.AreaOf(plan.Place)?.Topic).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
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

    private static bool IsTrained(string topic, Facts facts, DateTimeOffset at)
    {
        var day = facts.Home.DayOf(at);
        return facts.Worker.Training.Any(training => IsSame(training.Topic, topic) && training.IsInDate(day));
    }

    private static bool IsSame(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
