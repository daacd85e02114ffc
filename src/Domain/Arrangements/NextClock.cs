using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Arrangements;

/// <summary>The next thing that happens to an arrangement by itself.</summary>
/// <param name="DueAt">When; it may have passed.</param>
/// <param name="Name">What, such as <c>AskToCheckIn</c>; <c>Raise</c> and <c>PassOn</c> are an escalation's.</param>
/// <param name="Cause">The escalation that is raised or passed on; null for every other clock.</param>
public readonly record struct NextClock(DateTimeOffset DueAt, string Name, EscalationCause? Cause);
