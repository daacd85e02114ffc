using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection;

/// <summary>
/// Register entries in the versions that a decision looked at. Each history is lived once; what can't be had is null, and never guessed.
/// </summary>
/// <param name="past">Lives histories.</param>
internal sealed class RegisterVersions(Past past)
{
    private readonly Dictionary<string, object> lived = [];

    /// <summary>The entry in a version.</summary>
    /// <typeparam name="T">The entry.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The entry; null when that version is not to be had.</returns>
    public async ValueTask<T?> OfAsync<T>(RegisterRecords<T> kind, string id, int version, DateTimeOffset at, CancellationToken ct)
        where T : class
    {
        var entries = await EntriesAsync(kind, id, ct);
        return entries.LastOrDefault(entry => entry.At <= at && entry.Entry is { } found && kind.VersionOf(found) == version).Entry;
    }

    /// <summary>
    /// The last entry in a version. Readings are added to an entry within its version, and by clocks that differ a little: which of them were
    /// there at a moment can't be told from when they were recorded.
    /// </summary>
    /// <typeparam name="T">The entry.</typeparam>
    /// <param name="kind">Its kind.</param>
    /// <param name="entry">The entry, in the version that was looked at.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The entry with all readings of its version.</returns>
    public async ValueTask<T> LastOfAsync<T>(RegisterRecords<T> kind, T entry, CancellationToken ct)
        where T : class =>
        (await EntriesAsync(kind, kind.IdOf(entry), ct))
            .LastOrDefault(later => later.Entry is { } found && kind.VersionOf(found) == kind.VersionOf(entry))
            .Entry
        ?? entry;

    /// <summary>The management role in which somebody acted.</summary>
    /// <param name="person">Who.</param>
    /// <param name="home">In which home.</param>
    /// <param name="known">The versions that were looked at.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The role; null when they had none, or nobody can say any more.</returns>
    public async ValueTask<Role?> RoleOfAsync(
        PersonId person,
        HomeId home,
        ImmutableSortedDictionary<string, int> known,
        DateTimeOffset at,
        CancellationToken ct
    ) =>
        known.TryGetValue(RegisterKinds.People.PartitionOf(person.Value), out var ofPerson)
        && known.TryGetValue(RegisterKinds.Homes.PartitionOf(home.Value), out var ofHome)
        && await OfAsync(RegisterKinds.People, person.Value, ofPerson, at, ct) is { } who
        && await OfAsync(RegisterKinds.Homes, home.Value, ofHome, at, ct) is { } where
            ? Authority.Of(who, where, at)
            : null;

    private async ValueTask<ImmutableArray<(DateTimeOffset At, T? Entry)>> EntriesAsync<T>(
        RegisterRecords<T> kind,
        string id,
        CancellationToken ct
    )
        where T : class
    {
        var partition = kind.PartitionOf(id);
        if (lived.TryGetValue(partition, out var before))
            return (ImmutableArray<(DateTimeOffset, T?)>)before;
        var entries = ImmutableArray.CreateBuilder<(DateTimeOffset At, T? Entry)>();
        await foreach (var moment in past.LiveAsync(kind, id, ct))
            entries.Add((moment.At, moment.After));
        var all = entries.ToImmutable();
        lived[partition] = all;
        return all;
    }
}
