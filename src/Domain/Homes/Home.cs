using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Homes;

/// <summary>A home, school, club or other setting with its own on-call list.</summary>
public sealed record Home
{
    /// <summary>The home's id.</summary>
    public required HomeId Id { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA name of its time zone, such as <c>Europe/London</c>; days begin and end by it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whom it asks and tells.</summary>
    public required OnCallList OnCall { get; init; }

    /// <summary>How much one-to-one time is expected between workers and children (L-28); null when nothing is. For managers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Allocation>? Allocations { get; init; }

    /// <summary>The parts of it where child and worker are more vulnerable than elsewhere, with what holds there (G-07).</summary>
    public ImmutableArray<VulnerableArea> VulnerableAreas { get; init; } = [];

    /// <summary>Counts the changes of this record, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The vulnerable area that a place is.</summary>
    /// <param name="place">The place.</param>
    /// <returns>The area; null when the place names none, or one that is not in the register.</returns>
    public VulnerableArea? AreaOf(Place place) =>
        VulnerableAreas.FirstOrDefault(area => string.Equals(area.Name.Trim(), place.Area?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The home without the time that it allocates to a child.</summary>
    /// <param name="child">The child.</param>
    /// <returns>The same home when it allocates none.</returns>
    public Home Without(ChildId child) =>
        Allocations is not { } all || all.All(a => a.Child != child)
            ? this
            : this with
            {
                Allocations = all.RemoveAll(a => a.Child == child) is { IsEmpty: false } left ? left : null,
            };

    /// <summary>The day on the home's calendar.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>The day in the home's time zone.</returns>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(ClockAt(at));

    /// <summary>What the home's own clock shows.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Day and time in the home's time zone.</returns>
    public DateTime ClockAt(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>Whether a person may act with a role's power here: by holding the role in this home, or as its deputy on call.</summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="at">The moment.</param>
    /// <returns>Whether the power is theirs; nobody who has left has any.</returns>
    public bool Empowers(Person person, Role role, DateTimeOffset at) =>
        ((person.Has(role) && person.Homes.Contains(Id)) || OnCall.IsDeputy(person.Id, role, at))
        && (person.LeftOn is null || !person.HasLeft(DayOf(at)));
}
