using OneToOne.Service.Links;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Somebody at a mailed link, whatever it is about.</summary>
/// <param name="Address">Where the link is kept.</param>
/// <param name="Link">The link.</param>
/// <param name="Now">This moment.</param>
/// <param name="Path">The link's path, where its forms go.</param>
public abstract record AtLink(LinkAddress Address, LinkRecord Link, DateTimeOffset Now, string Path)
{
    /// <summary>The right code as it was typed; null before, and then nothing personal may be shown.</summary>
    public string? Code { get; init; }

    /// <summary>Whether some of it needs no code any more.</summary>
    public virtual bool IsOneTap => false;
}
