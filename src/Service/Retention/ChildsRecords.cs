using System.Runtime.CompilerServices;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Homes;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Finds what is held about a child: arrangements, assessments, concerns. What was disposed of is not found any more.</summary>
/// <param name="store">The store.</param>
public sealed class ChildsRecords(IDocumentStore store)
{
    /// <summary>Everything but the child's own record.</summary>
    /// <param name="child">The child.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The state documents.</returns>
    public async IAsyncEnumerable<StoredDocument> OfAsync(ChildId child, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var query in new[] { Queries.ArrangementsOfChild, Queries.AssessmentsOfChild })
        await foreach (var document in PagesAsync(new DocumentQuery(query, child.Value), ct))
            yield return document;
        // A child may have lived in another home before; a concern stays with the home that looked into it.
        await foreach (var home in PagesAsync(new DocumentQuery(Queries.Homes), ct))
        await foreach (var document in PagesAsync(new DocumentQuery(Queries.ConcernsOfHome, Ledger.Read<Home>(home).State.Id.Value), ct))
            if (Ledger.Read<Concern>(document).State.Child == child)
                yield return document;
    }

    /// <summary>All documents of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The documents, page after page.</returns>
    public async IAsyncEnumerable<StoredDocument> PagesAsync(DocumentQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            var page = await store.QueryAsync(query, ct);
            foreach (var document in page.Documents)
                yield return document;
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);
    }
}
