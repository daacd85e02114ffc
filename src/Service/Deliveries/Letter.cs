using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;
using OneToOne.Service.Links;

namespace OneToOne.Service.Deliveries;

/// <summary>All that a mail may say. No name, place or reason is in it: those stand behind the link and its code.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Link">Where to go; null when there is nothing to open.</param>
/// <param name="Code">The link's code as it is shown; null when there is no link.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
/// <param name="Cause">The escalation; null when it is about none.</param>
/// <param name="Level">The escalation's level, from 1.</param>
/// <param name="TimeZone">The home's IANA time zone, in which times are written.</param>
/// <param name="Purpose">What the link is for; null when there is none.</param>
/// <param name="NextLevel">How long this level of the escalation has before the next one is told.</param>
/// <param name="OwnerClock">How long whoever takes the escalation on has to record its outcome.</param>
/// <param name="IsAgreement">Whether it is about a standing agreement, not about one occasion.</param>
/// <param name="At">When that happened which it tells of, where it says so.</param>
public sealed record Letter(
    MessageKind Kind,
    Uri? Link = null,
    string? Code = null,
    DateTimeOffset? ExpiresAt = null,
    EscalationCause? Cause = null,
    int? Level = null,
    string TimeZone = "Etc/UTC",
    LinkPurpose? Purpose = null,
    TimeSpan? NextLevel = null,
    TimeSpan? OwnerClock = null,
    bool IsAgreement = false,
    DateTimeOffset? At = null
);
