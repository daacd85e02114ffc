using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Domain.Concerns;

/// <summary>
/// A safeguarding concern, with a life of its own apart from what gave rise to it. Restricted: for the homes and service managers of the home,
/// and never for the person it is about.
/// </summary>
public sealed record Concern
{
    /// <summary>Its id; the same request, or the same event of an arrangement, gives the same id.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>The home whose managers look into it.</summary>
    public required HomeId Home { get; init; }

    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>What it came from, or is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ConcernKind Kind { get; init; }

    /// <summary>Whom it is about; null when it is about nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonId? About { get; init; }

    /// <summary>
    /// The adult who was, or was to be, with the child, when it is not about them: they look into it no more than somebody it is about.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonId? With { get; init; }

    /// <summary>Who raised it, or whose request gave rise to it.</summary>
    public required PersonId RaisedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The arrangement that it comes from; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArrangementId? Source { get; init; }

    /// <summary>What was seen, heard or answered; null for a refused request, whose plan says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? What { get; init; }

    /// <summary>The duties that it touches, such as <c>L-20</c>.</summary>
    public required ImmutableArray<string> Duties { get; init; }

    /// <summary>What was asked for, with the answers that are the concern; null unless a refused request gave rise to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Plan? Plan { get; init; }

    /// <summary>Who was told, each once.</summary>
    public required ImmutableArray<PersonId> Told { get; init; }

    /// <summary>By when it is decided whether it is referred, so that the designated officer hears in time; null where no clock runs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ReferBy { get; init; }

    /// <summary>The level that was told last, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Level { get; init; }

    /// <summary>Since when that level has been asked to acknowledge it; null where no acknowledgement is waited for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AskedSince { get; init; }

    /// <summary>Whether somebody was reminded that the decision is due.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reminded { get; init; }

    /// <summary>When the service manager was last told that the decision is overdue; null when it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OverdueSaid { get; init; }

    /// <summary>When somebody was last reminded that it has no outcome; null when nobody ever was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OutcomeReminded { get; init; }

    /// <summary>Who looks into it; null until somebody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConcernAcknowledgement? Acknowledged { get; init; }

    /// <summary>Whether it was referred, and why or why not; null until it is decided.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Referral? Referral { get; init; }

    /// <summary>What came of it; null until it is closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConcernOutcome? Outcome { get; init; }

    /// <summary>What was added since, oldest first; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ConcernAddendum>? Addenda { get; init; }

    /// <summary>How often what people said of it changed, from 0; a clock's step or a mail changes nothing of that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Revision { get; init; }

    /// <summary>Whether nobody decides alone that it goes no further: an allegation, sexual feelings of an adult (L-20), or an approval denied.</summary>
    [JsonIgnore]
    public bool IsGrave =>
        Kind is ConcernKind.Allegation or ConcernKind.SexualFeelings or ConcernKind.ApprovalDenied || Duties.Contains("L-20");

    /// <summary>Whether it can be referred now: whoever had no part in a decision against it still can when it is closed.</summary>
    [JsonIgnore]
    public bool MayBeReferred => Referral is not { Referred: true } && (Outcome is null || IsGrave);

    /// <summary>Whether a person may look into it; that they answer for the home is asked besides.</summary>
    /// <param name="person">The person.</param>
    /// <returns>False for whoever it is about, was with the child, or asked for what was refused.</returns>
    public bool IsFor(PersonId person) => About != person && With != person && !(Kind == ConcernKind.Request && RaisedBy == person);
}

/// <summary>Who looks into a concern.</summary>
/// <param name="By">Who.</param>
/// <param name="At">Since when.</param>
public sealed record ConcernAcknowledgement(PersonId By, DateTimeOffset At);

/// <summary>A manager's decision whether a concern goes to somebody outside.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="MeetsThreshold">Whether it meets the harm threshold.</param>
/// <param name="Referred">Whether it was referred.</param>
/// <param name="To">To whom, such as the local authority designated officer; null when it was not.</param>
/// <param name="Reason">Why, or why not.</param>
public sealed record Referral(PersonId By, DateTimeOffset At, bool MeetsThreshold, bool Referred, string? To, string Reason);

/// <summary>What came of a concern.</summary>
/// <param name="By">Who closed it.</param>
/// <param name="At">When.</param>
/// <param name="What">What came of it.</param>
public sealed record ConcernOutcome(PersonId By, DateTimeOffset At, string What);

/// <summary>Something added to a concern.</summary>
/// <param name="By">Who added it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
public sealed record ConcernAddendum(PersonId By, DateTimeOffset At, string Text);
