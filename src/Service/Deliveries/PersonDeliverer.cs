using Microsoft.Extensions.Logging;
using OneToOne.Domain.Messages;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Deliveries;

/// <summary>Tells that somebody is reached elsewhere: them, where they were reached before, and those who answer for them.</summary>
public sealed class PersonDeliverer(
    Ledger ledger,
    Past past,
    RegisterReader registers,
    RegisterNews news,
    Postman postman,
    TimeProvider clock,
    ILogger<PersonDeliverer> log
) : Deliverer<Person, RegisterWritten<Person>>(RegisterKinds.People, ledger, registers, postman, clock, log)
{
    /// <inheritdoc/>
    protected override async ValueTask<(Letter Letter, Operation? Keep)?> WriteAsync(
        Record<Person> record,
        Message message,
        IReadOnlyDictionary<string, Operation> kept,
        CancellationToken ct
    )
    {
        var to = await Registers.PersonAsync(message.To, ct);
        var home = to is { Homes: [var first, ..] } ? await Registers.HomeAsync(first, ct) : null;
        var at = await CausedAtAsync(record, record.Outbox.First(waiting => waiting.Message == message), ct);
        return (new Letter(message.Kind, TimeZone: home?.TimeZone ?? "Etc/UTC", At: at ?? record.State.AddressEntered?.At), null);
    }

    /// <inheritdoc/>
    protected override async ValueTask<Person?> RecipientAsync(Message message, CancellationToken ct)
    {
        if (message is not { Kind: MessageKind.AddressChanged, Version: { } version })
            return await base.RecipientAsync(message, ct);
        Person? then = null;
        await foreach (var moment in past.LiveAsync(RegisterKinds.People, message.To.Value, ct))
            if (moment.After is { } after && after.Version == version)
                then = after;
        return then;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsBarredAsync(Person state, Message message, CancellationToken ct) =>
        message.Kind == MessageKind.AddressChanged
        // By what they were when it was changed: whoever changes it could make staff of them at the same time.
        && await RecipientAsync(message, ct) is { } then
        && !then.Roles.Any(role => role.IsStaff())
        && await news.ChildrenOfAsync(state, ct) is { IsEmpty: false } children
        && children.All(child => child.IsBarred(message.To));

    /// <inheritdoc/>
    protected override ValueTask<Func<Person, DateTimeOffset?>> WakeAtAsync(Person state, CancellationToken ct) => new(_ => null);
}
