namespace OneToOne.CosmosGateway.Storage;

/// <summary>What the account gives to every container.</summary>
/// <param name="Ranges">Into how many ranges it is cut.</param>
/// <param name="Clock">By which documents are dated and expire.</param>
internal sealed record ContainerShape(int Ranges, TimeProvider Clock);
