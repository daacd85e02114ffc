using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Storage;

/// <summary>One database and its containers, found by name or by resource id, since the client uses both.</summary>
internal sealed class StoredDatabase
{
    private readonly List<StoredContainer> containers = [];
    private readonly byte number;
    private readonly ContainerShape shape;

    public StoredDatabase(byte number, JsonObject properties, ContainerShape shape)
    {
        (this.number, this.shape) = (number, shape);
        Properties = properties;
        SystemProperties.Stamp(properties, ResourceIds.Database(number), shape.Clock.GetUtcNow());
    }

    public JsonObject Properties { get; }

    public bool IsCalled(string name) => name == Properties["id"]!.GetValue<string>() || name == Properties["_rid"]!.GetValue<string>();

    public StoredContainer? Container(string name) =>
        containers.Find(container => name == container.Rid || name == container.Properties["id"]!.GetValue<string>());

    public StoredContainer Create(JsonObject properties)
    {
        if (Container(properties["id"]!.GetValue<string>()) is not null)
            throw Refusal.Conflict();
        var made = new StoredContainer(number, (byte)(containers.Count + 1), properties, shape);
        containers.Add(made);
        return made;
    }
}
