using System.Text.Json.Serialization;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Assessments;

/// <summary>What the manager decided on an assessment (L-17).</summary>
public enum Outcome
{
    /// <summary>One-to-one time may take place.</summary>
    Permit,

    /// <summary>It may, under conditions.</summary>
    PermitWithConditions,

    /// <summary>It may not.</summary>
    NotPermit,
}

/// <summary>A content that was agreed, and until when it counts. Never deleted.</summary>
/// <param name="ContentVersion">Counts the agreed contents of this assessment, from 1; a review that continues does not count.</param>
/// <param name="Content">What was agreed.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Conditions">Under which conditions; null unless the outcome has some.</param>
/// <param name="AgreedBy">Who agreed it.</param>
/// <param name="AgreedAs">In which role; null for the nominated adult of an independent worker (G-06).</param>
/// <param name="AgreedAt">When.</param>
/// <param name="ReviewDue">From when on it no longer counts, unless it is reviewed before.</param>
/// <param name="Ended">Whether a review ended it.</param>
/// <param name="AsDeputy">Whether it was agreed with the role's power, without holding the role.</param>
/// <param name="Late">Whether it is a child's first one and was agreed only after the child's admission (L-14).</param>
/// <param name="WrittenBy">Who wrote it; null where that was not kept.</param>
public sealed record AssessmentVersion(
    int ContentVersion,
    AssessmentContent Content,
    Outcome Outcome,
    string? Conditions,
    PersonId AgreedBy,
    Role? AgreedAs,
    DateTimeOffset AgreedAt,
    DateTimeOffset ReviewDue,
    bool Ended = false,
    bool AsDeputy = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Late = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonId? WrittenBy = null
);
