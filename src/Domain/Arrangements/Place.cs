namespace OneToOne.Domain.Arrangements;

/// <summary>The kind of place.</summary>
public enum Setting
{
    /// <summary>A shared room of the home, such as the lounge or kitchen.</summary>
    SharedRoom,

    /// <summary>An office, meeting room or classroom.</summary>
    Room,

    /// <summary>The child's bedroom (L-18, L-19).</summary>
    Bedroom,

    /// <summary>The home of the worker (L-23, L-24).</summary>
    WorkersHome,

    /// <summary>The home of the child's family.</summary>
    FamilyHome,

    /// <summary>A public place such as a café, shop or library.</summary>
    PublicPlace,

    /// <summary>Outdoors: a park, a walk, a stable.</summary>
    Outdoors,

    /// <summary>A car or other vehicle.</summary>
    Vehicle,

    /// <summary>The street: detached and other street-based work (G-08).</summary>
    Street,
}

/// <summary>How far the two are from everybody else (G-08).</summary>
public enum Exposure
{
    /// <summary>Others of the staff are about and see or hear them.</summary>
    Supervised,

    /// <summary>Nobody of the staff sees or hears them.</summary>
    Unsupervised,

    /// <summary>Nobody at all comes by, or help would be long in coming.</summary>
    Isolated,

    /// <summary>On the street.</summary>
    StreetBased,
}

/// <summary>Where the time together is spent.</summary>
/// <param name="Name">The place in words, such as "lounge" or "café in the High Street".</param>
/// <param name="Setting">What kind of place it is.</param>
/// <param name="Secluded">Whether the place is remote or secluded (G-19).</param>
/// <param name="Mitigation">What makes a secluded place acceptable; null when nothing does or nothing is needed.</param>
/// <param name="DoorCondition">What holds for the door while a bedroom is used (L-19); null elsewhere.</param>
/// <param name="Exposure">How far they are from everybody else (G-08); a plan without an answer is refused.</param>
/// <param name="Area">The vulnerable area that it is, by its name in the home's register (G-07); null for any other place.</param>
public sealed record Place(
    string Name,
    Setting Setting,
    bool Secluded,
    SeclusionMitigation? Mitigation = null,
    string? DoorCondition = null,
    Exposure? Exposure = null,
    string? Area = null
)
{
    /// <summary>Whether another place is meant: another kind of place, or one by another name.</summary>
    /// <param name="name">The other's name.</param>
    /// <param name="setting">What kind of place the other is.</param>
    /// <returns>True when it is not this place.</returns>
    public bool IsElsewhere(string name, Setting setting) =>
        setting != Setting || !string.Equals(name?.Trim(), Name.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What makes a remote or secluded place acceptable without a decision (G-19, L-31).</summary>
/// <param name="PublicRoute">Whether it is a public route, such as a walk in the woods.</param>
/// <param name="PhoneCoverage">Whether the worker's phone works there.</param>
/// <param name="PersonAware">Who knows where they are and when they come back.</param>
public sealed record SeclusionMitigation(bool PublicRoute, bool PhoneCoverage, PersonId PersonAware);
