using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>
/// Who must hear of a change of the registers: whoever turns somebody's mail to themselves, or lets somebody near a child again, is not the
/// only one to know of it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="registers">The registers.</param>
public sealed class RegisterNews(IDocumentStore store, RegisterReader registers)
{
    /// <summary>Who must hear that somebody is reached elsewhere: they themselves where they were reached before, and those who answer for them.</summary>
    /// <param name="after">The person's entry after the change.</param>
    /// <param name="before">The entry before it.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The messages; empty when they are reached as before.</returns>
    public async ValueTask<ImmutableArray<Message>> OfAsync(Person after, Person before, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(before);
        if (after.IsReachedAs(before))
            return [];
        var homes = before.Homes.Union((await ChildrenOfAsync(before, ct)).Select(child => child.Home));
        Role[] levels = before.Roles.Any(role => role.IsManager())
            ? [Role.ServiceManager, Role.HomesManager]
            : [Role.HomesManager, Role.ServiceManager];
        var heads = ImmutableArray.CreateBuilder<PersonId>();
        foreach (var id in homes)
            if (await registers.HomeAsync(id, ct) is { } home)
                heads.AddRange(levels.Select(level => Level(home, level, by, before.Id)).FirstOrDefault(people => people.Length > 0, []));
        return
        [
            .. before.Email is null ? ImmutableArray<Message>.Empty : [new(MessageKind.AddressChanged, before.Id, Version: before.Version)],
            .. heads.Distinct().Select(head => new Message(MessageKind.OthersAddressChanged, head, Version: before.Version)),
        ];
    }

    /// <summary>
    /// Who must hear that what protects a child was lifted, or that others answer for the family than before: the heads of the home, except
    /// whoever did it last.
    /// </summary>
    /// <param name="after">The child's entry after the change.</param>
    /// <param name="before">The entry before it.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The messages; empty when nothing of it was changed.</returns>
    public async ValueTask<ImmutableArray<Message>> OfAsync(Child after, Child before, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(before);
        MessageKind[] kinds =
        [
            .. IsLifted(after, before) ? [MessageKind.ProtectionLifted] : Array.Empty<MessageKind>(),
            .. AreOthersAsked(after, before) ? [MessageKind.AskedChanged] : Array.Empty<MessageKind>(),
        ];
        if (kinds.Length == 0 || await registers.HomeAsync(before.Home, ct) is not { } home)
            return [];
        var heads = Level(home, Role.HomesManager, by).Union(Level(home, Role.ServiceManager, by)).Where(head => !before.IsBarred(head));
        return [.. from kind in kinds from head in heads select new Message(kind, head)];
    }

    /// <summary>The children whose entries name somebody outside the home: to ask them, or to keep them away.</summary>
    /// <param name="person">Who.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The children; whatever roles the person has by now.</returns>
    public async ValueTask<ImmutableArray<Child>> ChildrenOfAsync(Person person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        var children = ImmutableArray.CreateBuilder<Child>();
        await foreach (var home in store.AllAsync(new DocumentQuery(Queries.Homes), ct))
        await foreach (var document in store.AllAsync(new DocumentQuery(Queries.ChildrenOfHome, home.Key.Id), ct))
            if (Ledger.Read<Child>(document).State is var child && Names(child, person.Id))
                children.Add(child);
        return children.ToImmutable();
    }

    private static bool IsLifted(Child after, Child before) =>
        (before.WhereaboutsWithheld && !after.WhereaboutsWithheld) || !before.Barred.All(bar => after.IsBarred(bar.Person));

    // A parent who is added answers only for requests of people who did not enter them; one who is taken out is asked no more.
    private static bool AreOthersAsked(Child after, Child before) =>
        before.Responsible.Any(r => after.Responsible.All(now => now.Person != r.Person))
        || after.PlacingAuthority.Except(before.PlacingAuthority).Any();

    private static bool Names(Child child, PersonId person) =>
        child.PlacingAuthority.Contains(person) || child.Responsible.Any(r => r.Person == person) || child.IsBarred(person);

    // Whoever is away hears of it too: an absence is entered by those of whom this may tell.
    private static ImmutableArray<PersonId> Level(Home home, Role role, params ReadOnlySpan<PersonId> except) =>
        [
            .. home
                .OnCall.Levels.Where(level => level.Role == role)
                .SelectMany(level => level.People)
                .Select(p => p.Person)
                .Except([.. except]),
        ];
}
