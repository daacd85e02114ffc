using System.Collections.Immutable;
using OneToOne.Domain;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>What was changed in the registers.</summary>
internal enum RegisterStep
{
    /// <summary>The policy of all homes (G-01).</summary>
    Policy,

    /// <summary>Whom the home asks and tells, or when they are away.</summary>
    OnCall,

    /// <summary>Somebody of the staff has a role in the home that they did not have, or somebody of a child's family or authority any.</summary>
    RolesGiven,

    /// <summary>They have one no more.</summary>
    RolesTaken,

    /// <summary>Where somebody is reached was changed; to what stays with their record.</summary>
    AddressChanged,

    /// <summary>Somebody answers for a child as parent or carer, or by another right than before.</summary>
    ResponsibleEntered,

    /// <summary>They do so no more.</summary>
    ResponsibleRemoved,

    /// <summary>Somebody is a child's placing authority.</summary>
    PlacingAuthorityEntered,

    /// <summary>They are so no more.</summary>
    PlacingAuthorityRemoved,

    /// <summary>Somebody is kept away from a child.</summary>
    Barred,

    /// <summary>A head said that a bar be lifted; it stands until a second one says so.</summary>
    BarLiftProposed,

    /// <summary>A second head said so too.</summary>
    BarLifted,

    /// <summary>A child's whereabouts are withheld from the family.</summary>
    WhereaboutsWithheld,

    /// <summary>A head said that they be withheld no longer; they are until a second one says so.</summary>
    WhereaboutsLiftProposed,

    /// <summary>A second head said so too.</summary>
    WhereaboutsLifted,
}

/// <summary>A change of the registers on which the safety of the home's children hangs. Why somebody is kept away is for heads.</summary>
internal sealed record RegisterRow(
    RegisterStep What,
    DateTimeOffset ChangedAt,
    PersonId? ChangedBy,
    int Version,
    ImmutableArray<string> Fields,
    ChildId? Child,
    PersonId? Person,
    string? Reason,
    PersonId? ProposedBy,
    DateTimeOffset? ProposedAt,
    string? ProposedBecause
) : IReportRow
{
    DateTimeOffset? IReportRow.Moment => ChangedAt;
}
