using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Arrangements;

/// <summary>
/// What the worker has in view at the start (G-24, L-29), from the assessments in force: for the worker and the managers. A history of making
/// allegations (L-11) is not in it; what follows from it for the worker stands among the precautions.
/// </summary>
/// <param name="CareNeeds">What care the child needs; null where the assessment does not say.</param>
/// <param name="Vulnerability">In which ways the child is easily harmed; null where the assessment does not say.</param>
/// <param name="NotComfortable">What the child is not comfortable with when alone with adults (L-12); null when nothing is known.</param>
/// <param name="Precautions">The precautions of the assessments.</param>
/// <param name="Conditions">The conditions under which the assessments permit it.</param>
/// <param name="Safeguards">The safeguards of the plan.</param>
/// <param name="Reminders">What to keep in mind.</param>
public sealed record Briefing(
    string? CareNeeds,
    string? Vulnerability,
    string? NotComfortable,
    ImmutableArray<string> Precautions,
    ImmutableArray<string> Conditions,
    ImmutableArray<string> Safeguards,
    ImmutableArray<string> Reminders
)
{
    private static readonly ImmutableArray<string> Always =
    [
        "Think of the child's needs and circumstances now, and whether this is still right for them.",
        "Share no intimate personal information and no personal telephone number.",
        "If the child becomes distressed or angry, report it at once.",
    ];

    /// <summary>The briefing for somebody who looks at an arrangement.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="facts">The registers now; the actor is who looks.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The briefing; null once it is over, and for anybody but the worker and the managers.</returns>
    public static Briefing? For(Arrangement state, Facts facts, DateTimeOffset now) =>
        state.Phase is not Phase.End
        && facts.Actor is { } actor
        && (actor.Id == state.Plan.Worker || Authority.AnswersFor(actor, facts.Home, facts.Worker, now))
            ? Of(state.Plan, facts)
            : null;

    private static Briefing Of(Plan plan, Facts facts)
    {
        var child = facts.ChildAssessment?.InForce?.Content.Child;
        var versions = facts.Assessments.Select(assessment => assessment.InForce).OfType<AssessmentVersion>().ToImmutableArray();
        return new(
            child?.Support?.CareNeeds,
            child?.Support?.Vulnerability,
            (child?.NotComfortableAlone as NotComfortableAlone.Yes)?.Words,
            [.. versions.Select(version => version.Content.Precautions).Where(words => words.Length > 0)],
            [.. versions.Select(version => version.Conditions).OfType<string>()],
            [.. plan.Safeguards.Select(safeguard => safeguard.What)],
            Always
        );
    }
}
