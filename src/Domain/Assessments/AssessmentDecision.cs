using System.Collections.Immutable;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Assessments;

/// <summary>The answer to a command. Closed: the cases are those nested here.</summary>
public abstract record AssessmentDecision
{
    private AssessmentDecision() { }

    /// <summary>It is done.</summary>
    /// <param name="Events">What happened; empty when the same was asked before.</param>
    public sealed record Accepted(ImmutableArray<AssessmentEvent> Events) : AssessmentDecision;

    /// <summary>It is not done.</summary>
    /// <param name="Findings">Why, and what would lift it; never empty.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : AssessmentDecision;
}
