using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneToOne.Domain.Children;

/// <summary>A child in the register, under a pseudonymous reference.</summary>
public sealed record Child
{
    /// <summary>The child's id.</summary>
    public required ChildId Id { get; init; }

    /// <summary>The pseudonymous reference that staff use.</summary>
    public required string Reference { get; init; }

    /// <summary>The day of birth; age is one of the considerations of each arrangement (L-16).</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>The gender, in the child's own words where possible (L-16).</summary>
    public required string Gender { get; init; }

    /// <summary>Where the child lives or is looked after.</summary>
    public required HomeId Home { get; init; }

    /// <summary>The day of admission, planned or past; null while nobody knows it, and then no assessment of the child is agreed (L-14).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AdmittedOn { get; init; }

    /// <summary>The care plan and its current version (L-24, L-30).</summary>
    public required RecordVersion CarePlan { get; init; }

    /// <summary>The case history and its current version (L-16, L-30).</summary>
    public required RecordVersion CaseHistory { get; init; }

    /// <summary>Who has acknowledged the care plan, each with the version read last (L-30). Nobody else writes it than the reader.</summary>
    public ImmutableArray<Acknowledgement> CarePlanRead { get; init; } = [];

    /// <summary>Who has acknowledged the case history, each with the version read last (L-30). Nobody else writes it than the reader.</summary>
    public ImmutableArray<Acknowledgement> CaseHistoryRead { get; init; } = [];

    /// <summary>Who may answer for the child as parent or carer; never the home's own staff.</summary>
    public ImmutableArray<Responsibility> Responsible { get; init; } = [];

    /// <summary>The child's social worker and their manager.</summary>
    public ImmutableArray<PersonId> PlacingAuthority { get; init; } = [];

    /// <summary>Who must not be told or asked anything about the child.</summary>
    public ImmutableArray<Bar> Barred { get; init; } = [];

    /// <summary>Whether parents' and carers' pages say neither place, home nor surname.</summary>
    public bool WhereaboutsWithheld { get; init; }

    /// <summary>That a head wants to withhold them no longer; null when nobody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LiftProposal? WhereaboutsLift { get; init; }

    /// <summary>The day of death; null for a living child. From it, too, follows how long records are kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DiedOn { get; init; }

    /// <summary>Why nothing about the child may be disposed of for now, or might not for a time; set and lifted by the heads of the home.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LegalHold? LegalHold { get; init; }

    /// <summary>The last day on which what is held about the child must be kept: reckoned whenever it is shown to a head, and never stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Whether nothing about the child may be disposed of for now.</summary>
    public bool IsHeld => LegalHold is { Lifted: null };

    /// <summary>Counts the changes of this record, from 1; what somebody has read changes nothing that another decides on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether a person must not be told or asked anything about this child.</summary>
    /// <param name="person">The person.</param>
    /// <returns>Whether a bar stands.</returns>
    public bool IsBarred(PersonId person) => Barred.Any(bar => bar.Person == person);

    /// <summary>The child's age in whole years.</summary>
    /// <param name="today">The day, in the home's time zone.</param>
    /// <returns>Completed years; somebody born on 29 February completes one on 1 March of other years.</returns>
    public int AgeOn(DateOnly today)
    {
        var years = today.Year - DateOfBirth.Year;
        return (today.Month, today.Day).CompareTo((DateOfBirth.Month, DateOfBirth.Day)) < 0 ? years - 1 : years;
    }
}
