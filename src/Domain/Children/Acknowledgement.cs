namespace OneToOne.Domain.Children;

/// <summary>That somebody has read a document where it is kept; nobody says it for another.</summary>
/// <param name="By">Who read it.</param>
/// <param name="What">The document, in the version that was read.</param>
/// <param name="At">When they said so.</param>
public sealed record Acknowledgement(PersonId By, RecordVersion What, DateTimeOffset At);
