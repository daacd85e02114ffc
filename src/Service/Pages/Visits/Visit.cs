using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Sessions;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Links;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Somebody at a mailed link: what the link is about, read a moment ago.</summary>
/// <param name="Address">Where the link is kept.</param>
/// <param name="Link">The link.</param>
/// <param name="Arrangement">What it is about.</param>
/// <param name="Facts">The registers; the actor is the link's person.</param>
/// <param name="Now">This moment.</param>
/// <param name="Path">The link's path, where its forms go.</param>
public sealed record Visit(LinkAddress Address, LinkRecord Link, Arrangement Arrangement, Facts Facts, DateTimeOffset Now, string Path)
    : AtLink(Address, Link, Now, Path)
{
    /// <summary>What has happened, oldest first; read where a page tells of it.</summary>
    public ImmutableArray<PastEvent> Past { get; init; } = [];

    /// <summary>The open escalations that no message tells anybody of.</summary>
    public ImmutableArray<EscalationCause> Unheard { get; init; } = [];

    /// <summary>Whose link it is.</summary>
    public Person Person => Facts.Actor!;

    /// <summary>The child.</summary>
    public Child Child => Facts.Child;

    /// <summary>The home.</summary>
    public Home Home => Facts.Home;

    /// <summary>The plan.</summary>
    public Plan Plan => Arrangement.Plan;

    /// <summary>The session; null before it has started, or when it never did.</summary>
    public Session? Session =>
        Arrangement.Phase switch
        {
            Phase.Active p => p.Session,
            Phase.AwaitingCloseOut p => p.Session,
            Phase.Closed p => p.Session,
            _ => null,
        };

    /// <summary>The round of approval; null where there has been none, or none counts any more.</summary>
    public ApprovalRound? Round => Arrangement.ApprovalRound ?? (Session?.Basis as SessionBasis.Approved)?.Round;

    /// <summary>Whether a newer round has taken the place of the one that this link belongs to.</summary>
    public bool IsOfOlderRound =>
        Link.Purpose is LinkPurpose.Approve or LinkPurpose.Override or LinkPurpose.Notice or LinkPurpose.Session
        && Link.Round < Arrangement.Round;

    /// <summary>Whether help and check-in need no code any more: the worker has opened this link with it before.</summary>
    /// <remarks>A link that somebody locked by guessing still calls for help.</remarks>
    public override bool IsOneTap =>
        Link is { Purpose: LinkPurpose.Session, FirstUsedAt: not null, State: LinkState.Open or LinkState.Locked } && !IsOfOlderRound;

    /// <summary>Whether its person is barred for the child; then nothing at all may be shown, and only what they say of the child is heard.</summary>
    public bool IsBarred => Facts.Child.IsBarred(Link.Person);

    /// <summary>Whether the history says already that this request opened the link.</summary>
    public bool IsNoted { get; init; }

    /// <summary>The digest of what this page shows.</summary>
    public string Digest => Arrangement.ApprovalRound?.Digest ?? Domain.Arrangements.Digest.Of(Arrangement);
}
