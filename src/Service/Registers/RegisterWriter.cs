using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.DueWork;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>Writes register entries that have been checked, each as a new version with its history.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="news">Knows who must hear of a change.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class RegisterWriter(Ledger ledger, RegisterNews news, TimeProvider clock, IWakeUp wakeUp)
{
    /// <summary>Writes a person.</summary>
    /// <param name="person">The person with the new version.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="before">The entry as it was read; null for a new one.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public async Task<bool> WriteAsync(Person person, PersonId by, Stored<Person>? before, CancellationToken ct) =>
        await WriteAsync(
            RegisterKinds.People,
            new(person),
            by,
            before,
            new(null, person.Id),
            before is null ? [] : await news.OfAsync(person, before.State, by, ct),
            ct
        );

    /// <summary>Writes a child.</summary>
    /// <param name="child">The child with the new version.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="before">The entry as it was read; null for a new one.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="lifts">What a head said who lifts what protects the child; null for every other change.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public async Task<bool> WriteAsync(Child child, PersonId by, Stored<Child>? before, CancellationToken ct, LiftProposal? lifts = null) =>
        await WriteAsync(
            RegisterKinds.Children,
            new(child) { Lifts = lifts },
            by,
            before,
            new(child.Id, null),
            before is null ? [] : await news.OfAsync(child, before.State, by, ct),
            ct
        );

    /// <summary>Writes what a person has read. No open arrangement has to hear of it: a start looks for itself.</summary>
    /// <param name="person">The person, in the same version.</param>
    /// <param name="before">The entry as it was read.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public Task<bool> WriteReadAsync(Person person, Stored<Person> before, CancellationToken ct) =>
        WriteAsync(RegisterKinds.People, new(person), person.Id, before, null, [], ct);

    /// <summary>Writes what somebody has read about a child. No open arrangement has to hear of it: a start looks for itself.</summary>
    /// <param name="child">The child, in the same version.</param>
    /// <param name="by">Who has read it.</param>
    /// <param name="before">The entry as it was read.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public Task<bool> WriteReadAsync(Child child, PersonId by, Stored<Child> before, CancellationToken ct) =>
        WriteAsync(RegisterKinds.Children, new(child), by, before, null, [], ct);

    /// <summary>Writes a home.</summary>
    /// <param name="home">The home with the new version.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="before">The entry as it was read; null for a new one.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public Task<bool> WriteAsync(Home home, PersonId by, Stored<Home>? before, CancellationToken ct) =>
        WriteAsync(RegisterKinds.Homes, new(home), by, before, null, [], ct);

    /// <summary>Writes the policy that holds for new arrangements. Its versions are the entries of its history, which never change.</summary>
    /// <param name="policy">The policy with the new version.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="before">The policy in force as it was read; null when the defaults hold.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it was written; false when somebody else wrote first.</returns>
    public Task<bool> WriteAsync(Policy policy, PersonId by, Stored<Policy>? before, CancellationToken ct) =>
        WriteAsync(RegisterKinds.CurrentPolicy, new(policy), by, before, null, [], ct);

    private async Task<bool> WriteAsync<T>(
        RegisterRecords<T> kind,
        RegisterWritten<T> written,
        PersonId by,
        Stored<T>? before,
        RegisterChanged? announce,
        ImmutableArray<Message> tell,
        CancellationToken ct
    )
        where T : class
    {
        var now = clock.GetUtcNow();
        var commandId = Guid.NewGuid().ToString("N");
        var partition = kind.PartitionOf(kind.IdOf(written.Entry));
        ImmutableArray<(string Id, RegisterChanged Change)> due =
            before is null || announce is null ? []
            : tell.IsEmpty ? [(commandId, announce)]
            : [(commandId, announce), ($"{commandId}.mail", announce with { Mail = true })];
        var change = new Change<RegisterWritten<T>>
        {
            CommandId = commandId,
            At = now,
            Happened = [new(written, by, ImmutableSortedDictionary<string, int>.Empty, tell)],
            Outbox = before?.Record.Outbox ?? [],
            Also = [.. due.Select(d => d.Change.Announce(d.Id, now))],
        };
        if (await ledger.CommitAsync(kind, before, change, _ => null, ct) is null)
            return false;
        foreach (var (id, _) in due)
            await wakeUp.WatchAsync(RegisterChanged.KeyOf(partition, id), now, CancellationToken.None);
        return true;
    }
}
