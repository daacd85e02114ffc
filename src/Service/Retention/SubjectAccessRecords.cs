using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>That somebody took everything that is held about a child. Written before it is handed out, and never changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Child">The child.</param>
/// <param name="By">Who took it.</param>
/// <param name="At">When.</param>
/// <param name="Records">How many records it had.</param>
public sealed record SubjectAccessTaken(string Id, ChildId Child, PersonId By, DateTimeOffset At, int Records);

/// <summary>What happens to such a note.</summary>
public abstract record SubjectAccessEvent
{
    private SubjectAccessEvent() { }

    /// <summary>It was made.</summary>
    /// <param name="Access">The note.</param>
    public sealed record AccessTaken(SubjectAccessTaken Access) : SubjectAccessEvent;
}

/// <summary>How these notes are kept: each in a partition of its own.</summary>
public sealed class SubjectAccessRecords() : RecordKind<SubjectAccessTaken, SubjectAccessEvent>(DocumentTypes.SubjectAccess)
{
    /// <summary>The one instance.</summary>
    public static SubjectAccessRecords Kind { get; } = new();

    /// <inheritdoc/>
    public override string IdOf(SubjectAccessTaken state) => state.Id;

    /// <inheritdoc/>
    public override SubjectAccessTaken Evolve(SubjectAccessTaken? state, SubjectAccessEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, SubjectAccessEvent.AccessTaken taken) => taken.Access,
            _ => throw new InvalidOperationException("It is made once and never changes."),
        };

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(SubjectAccessTaken state) =>
        [new(Fields.Child, state.Child.Value), FieldValue.At(Fields.CreatedAt, state.At)];

    internal static async Task KeepAsync(Ledger ledger, SubjectAccessTaken taken)
    {
        var change = new Change<SubjectAccessEvent>
        {
            CommandId = taken.Id,
            At = taken.At,
            Happened = [new(new SubjectAccessEvent.AccessTaken(taken), taken.By, ImmutableSortedDictionary<string, int>.Empty, [])],
        };
        if (await ledger.CommitAsync(Kind, null, change, _ => null, CancellationToken.None) is null)
            throw new InvalidOperationException("A note of this id was kept before.");
    }
}
