using System.Text.Json.Serialization;

namespace OneToOne.Domain.Assessments;

/// <summary>What an agency worker was told at induction (G-15).</summary>
/// <param name="AgencyName">The agency.</param>
/// <param name="Briefing">What was said.</param>
public sealed record AgencyInduction(string AgencyName, string Briefing);

/// <summary>What an assessment says.</summary>
/// <param name="RiskToChild">The risk to the child (G-09).</param>
/// <param name="RiskToWorker">The risk to the worker (G-10).</param>
/// <param name="Precautions">What is done about both (G-11).</param>
public sealed record AssessmentContent(string RiskToChild, string RiskToWorker, string Precautions)
{
    /// <summary>For a pair: that there is nothing particular about these two; the sections may then be empty.</summary>
    public bool NothingParticularFound { get; init; }

    /// <summary>For a child: whether a session that the child asks for may start unplanned.</summary>
    public bool PermitsUnplannedStart { get; init; }

    /// <summary>For a child: what is asked about the child (L-04, L-09 to L-13, L-15); null for any other part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChildSections? Child { get; init; }

    /// <summary>Whether its writer asks for the shorter review interval; what the child's sections say asks for it by itself.</summary>
    public bool ShortReview { get; init; }

    /// <summary>Whether it was written in a hurry and must be reviewed within the urgent interval.</summary>
    public bool Urgent { get; init; }

    /// <summary>For a worker sent by an agency: the induction; null for everybody else.</summary>
    public AgencyInduction? Induction { get; init; }
}
