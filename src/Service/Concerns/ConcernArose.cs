using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>
/// That an event of an arrangement is a concern which has yet to be opened. It is committed with the event, and deleted once the concern is on
/// disk in its own partition; until then it is due, so that no crash in between loses a concern.
/// </summary>
/// <param name="Arrangement">The arrangement.</param>
/// <param name="Sequence">The event's number in its history.</param>
/// <param name="Kind">What kind of concern it is.</param>
/// <param name="Duty">The duty that it touches; null for none.</param>
/// <param name="What">What was said.</param>
/// <param name="By">Who said it; null when a clock noticed it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="About">Whom it is about; null for the worker, and for nobody where the kind is about nobody.</param>
public sealed record ConcernArose(
    ArrangementId Arrangement,
    int Sequence,
    ConcernKind Kind,
    string? Duty,
    string What,
    PersonId? By,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonId? About = null
)
{
    /// <summary>The id of its concern. Distress reported twice in one session is one concern.</summary>
    public ConcernId Concern => Kind == ConcernKind.Distress ? IdOf(nameof(ConcernKind.Distress)) : Own;

    /// <summary>The id of a concern of its own: for distress that is reported when <see cref="Concern"/> has its outcome already.</summary>
    public ConcernId Own => IdOf(SequenceId.Text(Sequence));

    /// <summary>Where it is kept.</summary>
    public DocumentKey Key =>
        new(ArrangementRecords.Kind.PartitionOf(Arrangement.Value), DocumentTypes.ConcernArose, SequenceId.Text(Sequence));

    /// <summary>What of a step's events are concerns.</summary>
    /// <param name="id">The arrangement.</param>
    /// <param name="count">How many entries its history had before.</param>
    /// <param name="happened">The events, in the order in which they are written to it.</param>
    /// <param name="at">The moment of the step.</param>
    /// <returns>One for each.</returns>
    public static ImmutableArray<ConcernArose> In(
        ArrangementId id,
        int count,
        ImmutableArray<Happening<ArrangementEvent>> happened,
        DateTimeOffset at
    ) =>
        [
            .. happened.SelectMany(
                (one, i) =>
                    ConcernRules.In(one.Event) is { } concern
                        ? [new ConcernArose(id, count + i + 1, concern.Kind, concern.Duty, concern.What, one.By, at, concern.About)]
                        : Array.Empty<ConcernArose>()
            ),
        ];

    private ConcernId IdOf(string what) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Arrangement}\n{what}"))));

    /// <summary>Reads one that was found.</summary>
    /// <param name="found">Its document.</param>
    /// <returns>What arose.</returns>
    public static ConcernArose Read(StoredDocument found) => JsonSerializer.Deserialize<ConcernArose>(found.Json.Span, WireFormat.Options)!;

    /// <summary>The operation that commits it with the event: it is due at once.</summary>
    /// <returns>The operation.</returns>
    public Operation Announce() =>
        new Operation.Create(
            new(Key.Type, Key.Id, JsonSerializer.SerializeToUtf8Bytes(this, WireFormat.Options), FieldValue.At(Fields.DueAt, At))
        );
}
