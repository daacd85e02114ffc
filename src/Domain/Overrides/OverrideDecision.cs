namespace OneToOne.Domain.Overrides;

/// <summary>What stands behind a visit to the worker's home (L-24).</summary>
/// <param name="Circumstances">What is special about it.</param>
/// <param name="CarePlanReference">The care plan's reference.</param>
/// <param name="CarePlanVersion">The care plan's version; it must be the current one.</param>
/// <param name="HowInLine">How it is in line with that plan.</param>
public sealed record CarePlanGrounds(string Circumstances, string CarePlanReference, int CarePlanVersion, string HowInLine);

/// <summary>One decision on one finding that a homes or service manager may lift (L-06, L-07).</summary>
/// <param name="FindingId">The duty departed from, such as <c>L-18</c>.</param>
/// <param name="Allowed">Whether it was allowed.</param>
/// <param name="Details">What is departed from.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="CarePlan">The grounds that L-24 asks for; null for any other finding.</param>
public sealed record OverrideDecision(
    string FindingId,
    bool Allowed,
    string Details,
    string Reasons,
    PersonId By,
    DateTimeOffset At,
    CarePlanGrounds? CarePlan = null
);
