using System.Text.Json.Serialization;

namespace OneToOne.Domain.Children;

/// <summary>By what right a person answers for a child.</summary>
public enum ResponsibilityKind
{
    /// <summary>Parental responsibility in law.</summary>
    ParentalResponsibility,

    /// <summary>Delegated by somebody who holds it.</summary>
    Delegated,
}

/// <summary>A person who may answer for the child as parent or carer.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">By what right.</param>
/// <param name="Delegated">What is delegated to them; null for parental responsibility.</param>
public sealed record Responsibility(PersonId Person, ResponsibilityKind Kind, string? Delegated = null)
{
    /// <summary>Who entered them here; set by the server, and null in entries from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonId? EnteredBy { get; init; }
}

/// <summary>A person who must not be told or asked anything about the child: no mail goes to them and no link works for them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why; restricted, never in a mail.</param>
/// <param name="Since">From when; without it, from the moment that it is entered.</param>
public sealed record Bar(PersonId Person, string Reason, DateTimeOffset? Since = null)
{
    /// <summary>That a head wants to lift it; null when nobody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LiftProposal? Lift { get; init; }
}

/// <summary>A document kept elsewhere, and which version of it is current.</summary>
/// <param name="Reference">What it is called where it is kept.</param>
/// <param name="Version">Its current version, from 1.</param>
public sealed record RecordVersion(string Reference, int Version);
