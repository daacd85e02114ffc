namespace OneToOne.Service.Links;

/// <summary>Where a link's record is kept.</summary>
/// <param name="Partition">The partition: the id of what the link is about.</param>
/// <param name="Link">The link's id in it.</param>
public readonly record struct LinkAddress(string Partition, string Link);
