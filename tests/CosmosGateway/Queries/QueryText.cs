using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Sql;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Queries;

/// <summary>The body of a query request.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Resume">Where the client says that it stopped; <see langword="null"/> = nowhere.</param>
internal sealed record QueryText(Query Query, ResumeFilter? Resume)
{
    public static QueryText Read(ReadOnlyMemory<byte> body, StoredContainer container)
    {
        var given = StoredJson.ReadDocument(body);
        var parameters = (given["parameters"]?.AsArray() ?? []).ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!["value"]);
        var query = Parser.Read(given["query"]!.GetValue<string>(), parameters);
        IndexCheck.Demand(query, container);
        return new(query, ResumeFilter.Read(given["resumeFilter"]));
    }
}
