using System.Text.Json.Serialization;

namespace OneToOne.Domain.Children;

/// <summary>Nothing about the child may be disposed of while this stands, whatever its age: a court, an inquiry or a claim needs it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who set it.</param>
/// <param name="Since">When.</param>
/// <param name="Lifted">Who lifted it, when and why; null while it stands.</param>
public sealed record LegalHold(
    string Reason,
    PersonId By,
    DateTimeOffset Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LegalHoldLifted? Lifted = null
);

/// <summary>That a legal hold no longer stands.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who lifted it.</param>
/// <param name="At">When.</param>
public sealed record LegalHoldLifted(string Reason, PersonId By, DateTimeOffset At);
