using System.Collections.Immutable;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>
/// Finds families and placing authorities whose mail would come to somebody who works in the home: a worker could then give the approval
/// that is to protect the child from them.
/// </summary>
internal static class SharedAddresses
{
    /// <summary>Looks through the people of the register; a child's entry is rarely written.</summary>
    public static async ValueTask<ImmutableArray<Finding>> InAsync(
        IDocumentStore store,
        Child child,
        ImmutableArray<Person> outside,
        CancellationToken ct
    )
    {
        var addresses = outside.Where(p => p.Email is not null).ToLookup(p => p.Email!.Value, StringComparer.OrdinalIgnoreCase);
        if (addresses.Count == 0)
            return [];
        var query = new DocumentQuery(Queries.People) { Limit = DocumentQuery.MaximumLimit };
        for (string? next = ""; next is not null; query = query with { Continuation = next })
        {
            var page = await store.QueryAsync(query, ct);
            next = page.Continuation;
            var staff = page.Documents.Select(d => Ledger.Read<Person>(d).State).Where(p => WorksIn(child, p));
            if (staff.Any(p => p.Email is { Value: var address } && addresses[address].Any(other => other.Id != p.Id)))
                return [Shared];
        }
        return [];
    }

    private static Finding Shared { get; } =
        new(
            "child",
            DutyKind.Hard,
            "A responsible person or the placing authority has the e-mail address of somebody who works in the home.",
            "Enter an address that only they read.",
            "responsible"
        );

    private static bool WorksIn(Child child, Person person) =>
        person.Homes.Contains(child.Home) && person.Roles.Any(role => role.IsStaff());
}
