using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Fairness;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Finds what is held about a child: arrangements, assessments, concerns, what was made of how time was shared. What was disposed of is not found any more.</summary>
/// <param name="store">The store.</param>
public sealed class ChildsRecords(IDocumentStore store)
{
    // A child may have lived in another home before; what was recorded there stays with that home, and is found all the same.
    private static readonly ImmutableArray<QueryDefinition> Kinds =
    [
        Queries.ArrangementsOfChild,
        Queries.AssessmentsOfChild,
        Queries.FairnessDispositionsOfChild,
        Queries.ConcernsOfChild,
    ];

    /// <summary>Everything but the child's own record.</summary>
    /// <param name="child">The child.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The state documents.</returns>
    public async IAsyncEnumerable<StoredDocument> OfAsync(ChildId child, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var query in Kinds)
        await foreach (var document in store.AllAsync(new DocumentQuery(query, child.Value), ct))
            yield return document;
    }

    /// <summary>
    /// Whether a person has a part of their own in what is recorded, so that somebody else takes it, or has it disposed of. A concern about
    /// them is no such part: the answer would tell them that there is one.
    /// </summary>
    /// <param name="child">The child.</param>
    /// <param name="person">The person.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>True for whoever has been the worker with the child, or has raised a concern.</returns>
    internal ValueTask<bool> HasPartAsync(ChildId child, PersonId person, CancellationToken ct) =>
        OfAsync(child, ct).AnyAsync(document => Names(document, person), ct);

    private static bool Names(StoredDocument document, PersonId person) =>
        document.Key.Type == DocumentTypes.Arrangement ? Ledger.Read<Arrangement>(document).State.Plan.Worker == person
        : document.Key.Type == DocumentTypes.FairnessDisposition ? Ledger.Read<Disposition>(document).State.Worker == person
        : document.Key.Type == DocumentTypes.Concern
            && Ledger.Read<Concern>(document).State is var concern
            && concern.RaisedBy == person
            && !IsAbout(concern, person);

    /// <summary>Whether somebody must not learn of a concern.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="person">The person.</param>
    /// <returns>True for whoever it is about, and for who was with the child.</returns>
    internal static bool IsAbout(Concern concern, PersonId person) => concern.About == person || concern.With == person;

    /// <summary>Whether a document is a concern of which somebody must not learn.</summary>
    /// <param name="document">The document.</param>
    /// <param name="person">The person.</param>
    /// <returns>True for a concern about them.</returns>
    internal static bool IsHidden(StoredDocument document, PersonId person) =>
        document.Key.Type == DocumentTypes.Concern && IsAbout(Ledger.Read<Concern>(document).State, person);
}
