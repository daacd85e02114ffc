namespace OneToOne.Domain.People;

/// <summary>That somebody said where a person is reached.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record AddressEntry(PersonId By, DateTimeOffset At);
