namespace OneToOne.Domain.Homes;

/// <summary>Why a worker is expected to spend time with a child.</summary>
public enum AllocationKind
{
    /// <summary>The child's key worker.</summary>
    KeyWorker,

    /// <summary>Whoever is on shift.</summary>
    Shift,
}

/// <summary>How much one-to-one time is expected between a worker and a child; time is held against it (L-28).</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Child">The child.</param>
/// <param name="Kind">Why.</param>
/// <param name="HoursPerWeek">How many hours a week, above 0 and at most <see cref="MostHours"/>.</param>
public sealed record Allocation(PersonId Worker, ChildId Child, AllocationKind Kind, double HoursPerWeek)
{
    /// <summary>The most hours a week that can be allocated.</summary>
    public const double MostHours = 60;
}
