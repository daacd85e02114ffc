using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>A document that was found, with its values of the order's paths.</summary>
internal sealed record Row(Item Item, Value[] Values);
