using System.Collections.Immutable;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>
/// Finds people whose mail would come to somebody else who must not act for them: a worker could then give the approval that is to protect
/// the child from them, or a colleague's second one. Only families and placing authorities may read one mailbox together.
/// </summary>
internal static class SharedAddresses
{
    /// <summary>Looks whether a family or placing authority of a child shares a mailbox with staff of the home.</summary>
    public static async ValueTask<ImmutableArray<Finding>> InAsync(
        IDocumentStore store,
        Child child,
        ImmutableArray<Person> outside,
        CancellationToken ct
    )
    {
        var mailboxes = outside.Where(p => p.Email is not null).ToLookup(p => MailboxOf(p.Email!));
        return
            mailboxes.Count > 0
            && await AnyAsync(store, p => WorksIn(child, p) && mailboxes[MailboxOf(p.Email!)].Any(other => other.Id != p.Id), ct)
            ?
            [
                Of(
                    "child",
                    "responsible",
                    "A responsible person or the placing authority has the e-mail address of somebody who works in the home."
                ),
            ]
            : [];
    }

    /// <summary>Looks whether a person's address is one that they may not share. The register is looked through only when it may have become so.</summary>
    public static async ValueTask<ImmutableArray<Finding>> OfAsync(
        IDocumentStore store,
        Person person,
        Person? before,
        CancellationToken ct
    )
    {
        if (person.Email is not { } email || (before is not null && email == before.Email && IsInside(person) == IsInside(before)))
            return [];
        var mailbox = MailboxOf(email);
        return await AnyAsync(store, p => p.Id != person.Id && (IsInside(p) || IsInside(person)) && MailboxOf(p.Email!) == mailbox, ct)
            ? [Of("person", "email", "Somebody else has this e-mail address, and one of the two works for the organisation.")]
            : [];
    }

    private static ValueTask<bool> AnyAsync(IDocumentStore store, Func<Person, bool> isSo, CancellationToken ct) =>
        store
            .StatesAsync<Person>(new(Queries.People) { Limit = DocumentQuery.MaximumLimit }, ct)
            .AnyAsync(person => person.Email is not null && isSo(person), ct);

    // What follows a plus sign is a label: the mail comes to the same mailbox.
    private static string MailboxOf(EmailAddress address)
    {
        var (name, domain) = (address.Value[..address.Value.LastIndexOf('@')], address.Value[address.Value.LastIndexOf('@')..]);
        return (
            name.IndexOf('+', StringComparison.Ordinal) is > 0 and var label ? name[..label] + domain : name + domain
        ).ToUpperInvariant();
    }

    private static Finding Of(string register, string field, string problem) =>
        new(register, DutyKind.Hard, problem, "Enter an address that only they read.", field);

    private static bool IsInside(Person person) => person.Roles.Any(role => role.IsStaff() || role is Role.Administrator or Role.Inspector);

    private static bool WorksIn(Child child, Person person) =>
        person.Homes.Contains(child.Home) && person.Roles.Any(role => role.IsStaff());
}
