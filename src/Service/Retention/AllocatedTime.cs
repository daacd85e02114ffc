using OneToOne.Domain;
using OneToOne.Domain.Homes;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Takes children whose records are disposed of out of the time that homes allocate. What the homes' histories say of it stays.</summary>
/// <param name="store">Where homes are found.</param>
/// <param name="ledger">Where homes are kept.</param>
/// <param name="writer">Writes homes.</param>
public sealed class AllocatedTime(IDocumentStore store, Ledger ledger, RegisterWriter writer)
{
    /// <summary>Reads every home, before a child's record goes that cannot be put back.</summary>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When each could be read.</returns>
    /// <exception cref="System.Text.Json.JsonException">One of them cannot be: a newer version of the program has written to it.</exception>
    public async Task LookAsync(CancellationToken ct)
    {
        await foreach (var found in store.AllAsync(new DocumentQuery(Queries.Homes), ct))
            _ = Ledger.Read<Home>(found);
    }

    /// <summary>Takes a child out of every home's allocations: a child may have lived in several. Twice is the same as once.</summary>
    /// <param name="child">The child.</param>
    /// <param name="by">Who approved that the child's records go.</param>
    /// <param name="ct">Cancels the wait; what is left is done the next time.</param>
    /// <returns>When no home allocates time to the child.</returns>
    public async Task ForgetAsync(ChildId child, PersonId by, CancellationToken ct)
    {
        await foreach (var found in store.AllAsync(new DocumentQuery(Queries.Homes), ct))
            while (
                await ledger.ReadAsync(RegisterKinds.Homes, found.Key.Id, ct) is { } before
                && before.State.Without(child) is var after
                && after != before.State
                && !await writer.WriteAsync(after with { Version = after.Version + 1 }, by, before, ct)
            ) { }
    }
}
