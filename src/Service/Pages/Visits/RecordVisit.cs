using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Links;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Somebody at the link of a record that is no arrangement.</summary>
/// <param name="Address">Where the link is kept.</param>
/// <param name="Link">The link.</param>
/// <param name="People">Whom the page names.</param>
/// <param name="Now">This moment.</param>
/// <param name="Path">The link's path, where its forms go.</param>
public abstract record RecordVisit(LinkAddress Address, LinkRecord Link, ImmutableArray<Person> People, DateTimeOffset Now, string Path)
    : AtLink(Address, Link, Now, Path)
{
    /// <summary>What a person is called on the page.</summary>
    /// <param name="id">Who.</param>
    /// <returns>"You", or their name.</returns>
    public string NameOf(PersonId id) => id == Link.Person ? "You" : People.FirstOrDefault(p => p.Id == id)?.Name ?? id.Value;
}
