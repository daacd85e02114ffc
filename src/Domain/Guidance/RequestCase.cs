using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Guidance;

/// <summary>What a rule looks at when a plan is judged: at request, at a change, before approval, and at an unplanned start.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="RequestedBy">Who asks for it.</param>
/// <param name="Facts">The registers now.</param>
/// <param name="Now">The moment of the judgement.</param>
public sealed record RequestCase(Plan Plan, PersonId RequestedBy, Facts Facts, DateTimeOffset Now);

/// <summary>What a rule looks at when a session is about to start.</summary>
/// <param name="Arrangement">The approved arrangement.</param>
/// <param name="Start">What the worker answered on starting.</param>
/// <param name="Facts">The registers now.</param>
/// <param name="Now">The moment of the start.</param>
public sealed record StartCase(Arrangement Arrangement, StartAnswers Start, Facts Facts, DateTimeOffset Now);

/// <summary>What a rule looks at when a session is closed out.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CloseOut">What the worker recorded.</param>
/// <param name="Facts">The registers now.</param>
/// <param name="Now">The moment of the close-out.</param>
/// <param name="IsUnderAgreement">Whether the session rested on the approvals of a standing agreement.</param>
public sealed record CloseOutCase(Plan Plan, CloseOut CloseOut, Facts Facts, DateTimeOffset Now, bool IsUnderAgreement = false);
