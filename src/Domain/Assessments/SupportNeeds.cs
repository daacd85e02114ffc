namespace OneToOne.Domain.Assessments;

/// <summary>What the child needs support with (L-04).</summary>
/// <param name="Circumstances">Family, placement, and what the child lives with.</param>
/// <param name="CareNeeds">What care the child needs.</param>
/// <param name="History">What the child has lived through that matters here.</param>
/// <param name="Vulnerability">In which ways the child is easily harmed.</param>
public sealed record SupportNeeds(string Circumstances, string CareNeeds, string History, string Vulnerability);
