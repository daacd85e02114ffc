using System.Collections.Immutable;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>The registers as they stand at this moment: all that a decision about one arrangement may look at besides the arrangement.</summary>
public sealed record Facts
{
    /// <summary>The policy version that the arrangement is judged under.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The child's home, with its on-call list.</summary>
    public required Home Home { get; init; }

    /// <summary>The child.</summary>
    public required Child Child { get; init; }

    /// <summary>The worker.</summary>
    public required Person Worker { get; init; }

    /// <summary>Who gives the command; null when a clock does.</summary>
    public Person? Actor { get; init; }

    /// <summary>People whom the command or its plan names besides the actor: somebody told, an approver on whose behalf it is recorded.</summary>
    public ImmutableArray<Person> Named { get; init; } = [];

    /// <summary>The child's assessment; null when there is none.</summary>
    public Assessment? ChildAssessment { get; init; }

    /// <summary>The worker's assessment; null when there is none.</summary>
    public Assessment? WorkerAssessment { get; init; }

    /// <summary>What is particular about these two; null when there is none.</summary>
    public Assessment? PairAssessment { get; init; }

    /// <summary>The worker's role assessment (G-18); null when there is none or none is needed.</summary>
    public Assessment? RoleAssessment { get; init; }

    /// <summary>The standing agreement that the plan was made under; null when there is none.</summary>
    public Arrangement? Agreement { get; init; }

    /// <summary>The open arrangements of this worker and of this child, where something starts; null where they were not looked at.</summary>
    public ImmutableArray<Arrangement>? Company { get; init; }

    /// <summary>The open arrangements of this worker and of this child, where a clock looks at a session; null where they were not looked at.</summary>
    public ImmutableArray<Arrangement>? Beside { get; init; }

    /// <summary>The steps of open escalations of which a message was accepted by now; null where nobody can say.</summary>
    public ImmutableArray<(EscalationCause Cause, int Step)>? Reached { get; init; }

    /// <summary>The assessments that exist, of those that this occasion rests on.</summary>
    public IEnumerable<Assessment> Assessments =>
        new[] { ChildAssessment, WorkerAssessment, PairAssessment, RoleAssessment }.OfType<Assessment>();
}
