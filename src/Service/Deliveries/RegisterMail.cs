using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>
/// Delivers what waits in a register entry. A document beside the entry, committed with the change, is due for as long as something waits:
/// register entries themselves never are.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="ledger">Where the registers are kept.</param>
/// <param name="people">Delivers what the entries of people have to say.</param>
/// <param name="children">Delivers what the entries of children have to say.</param>
public sealed class RegisterMail(IDocumentStore store, Ledger ledger, PersonDeliverer people, ChildDeliverer children)
{
    /// <summary>Delivers what is due of one entry.</summary>
    /// <param name="record">The key of a <see cref="RegisterChanged"/>; one that stands for no mail is left alone.</param>
    /// <param name="ct">Cancels the wait; what is left stays due.</param>
    /// <returns>When nothing of it is due any more.</returns>
    public async Task DeliverAsync(DocumentKey record, CancellationToken ct)
    {
        if (await store.ReadAsync(record, ct) is not { } found || RegisterChanged.Read(found) is not { Mail: true } change)
            return;
        var dueAt = change.Child is { } child
            ? await DeliverAsync(RegisterKinds.Children, children, child.Value, ct)
            : await DeliverAsync(RegisterKinds.People, people, change.Worker!.Value.Value, ct);
        Operation next = dueAt is { } again
            ? new Operation.Replace(change.Write(record.Id, again), found.ETag)
            : new Operation.Delete(record.Type, record.Id, found.ETag);
        await store.CommitAsync(new(record.Partition, Guid.NewGuid().ToString("N"), next), ct);
    }

    private async Task<DateTimeOffset?> DeliverAsync<T>(
        RegisterRecords<T> kind,
        Deliverer<T, RegisterWritten<T>> deliverer,
        string id,
        CancellationToken ct
    )
        where T : class
    {
        try
        {
            await deliverer.DeliverAsync(id, ct);
            return (await ledger.ReadAsync(kind, id, ct))?.Record.DueAt(null);
        }
        catch (RecordDisposedException)
        {
            return null;
        }
    }
}
