namespace OneToOne.Domain.Homes;

/// <summary>A part of the workplace where child and worker are more vulnerable than elsewhere (G-07).</summary>
/// <param name="Name">What staff call it.</param>
/// <param name="Guidance">What holds there.</param>
/// <param name="Topic">The training that is offered for it; whoever is to be there alone with a child needs it in date (G-08).</param>
public sealed record VulnerableArea(string Name, string Guidance, string Topic);
