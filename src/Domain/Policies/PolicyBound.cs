namespace OneToOne.Domain.Policies;

/// <summary>What one number of the policy may be.</summary>
/// <param name="Field">The field's name in JSON.</param>
/// <param name="Read">The field's value in the bound's unit.</param>
/// <param name="Min">The least it may be.</param>
/// <param name="Max">The most it may be.</param>
/// <param name="Unit">The unit, as a word in the plural.</param>
public sealed record PolicyBound(string Field, Func<Policy, double> Read, double Min, double Max, string Unit);
