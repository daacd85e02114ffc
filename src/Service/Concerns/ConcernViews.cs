using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;

namespace OneToOne.Service.Concerns;

/// <summary>Where a concern stands.</summary>
public enum ConcernStage
{
    /// <summary>Nobody looks into it yet.</summary>
    Received,

    /// <summary>Somebody looks into it; whether it is referred is to be decided.</summary>
    Acknowledged,

    /// <summary>It is decided whether it is referred.</summary>
    Decided,

    /// <summary>What came of it is recorded.</summary>
    Closed,
}

/// <summary>A concern for those who look into it, and for inspectors.</summary>
public sealed record ConcernView
{
    /// <summary>Its id.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConcernStage Stage { get; init; }

    /// <summary>What it came from, or is about.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>The home.</summary>
    public required HomeId Home { get; init; }

    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>Whom it is about; null when it is about nobody.</summary>
    public PersonId? About { get; init; }

    /// <summary>The adult who was, or was to be, with the child, when it is not about them.</summary>
    public PersonId? With { get; init; }

    /// <summary>Who raised it, or whose request gave rise to it.</summary>
    public required PersonId RaisedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The arrangement that it comes from; null for none.</summary>
    public ArrangementId? Source { get; init; }

    /// <summary>The duties that it touches.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>What was seen, heard or answered.</summary>
    public string? What { get; init; }

    /// <summary>What was asked for, where a refused request gave rise to it.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Who was told.</summary>
    public ImmutableArray<PersonId> Told { get; init; } = [];

    /// <summary>By when it is decided whether it is referred; null where no clock runs.</summary>
    public DateTimeOffset? ReferBy { get; init; }

    /// <summary>Whether that has passed undecided.</summary>
    public bool Overdue { get; init; }

    /// <summary>Who looks into it.</summary>
    public ConcernAcknowledgement? Acknowledged { get; init; }

    /// <summary>Whether it was referred, and why or why not.</summary>
    public Referral? Referral { get; init; }

    /// <summary>What came of it.</summary>
    public ConcernOutcome? Outcome { get; init; }

    /// <summary>What was added, oldest first.</summary>
    public ImmutableArray<ConcernAddendum> Addenda { get; init; } = [];

    /// <summary>Shows a concern.</summary>
    /// <param name="state">The concern.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The view.</returns>
    public static ConcernView Of(Concern state, DateTimeOffset now) =>
        new()
        {
            Id = state.Id,
            Stage = StageOf(state),
            Kind = state.Kind,
            Home = state.Home,
            Child = state.Child,
            About = state.About,
            With = state.With,
            RaisedBy = state.RaisedBy,
            RaisedAt = state.RaisedAt,
            Source = state.Source,
            Duties = state.Duties,
            What = state.What,
            Plan = state.Plan,
            Told = state.Told,
            ReferBy = state.ReferBy,
            Overdue = state.Referral is null && state.ReferBy <= now,
            Acknowledged = state.Acknowledged,
            Referral = state.Referral,
            Outcome = state.Outcome,
            Addenda = state.Addenda ?? [],
        };

    /// <summary>Where a concern stands.</summary>
    /// <param name="state">The concern.</param>
    /// <returns>Its stage.</returns>
    public static ConcernStage StageOf(Concern state) =>
        state switch
        {
            { Outcome: not null } => ConcernStage.Closed,
            { Referral: not null } => ConcernStage.Decided,
            { Acknowledged: not null } => ConcernStage.Acknowledged,
            _ => ConcernStage.Received,
        };
}

/// <summary>A concern for who raised it: that it was received, acknowledged and decided on, and nothing of what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stage">Received, acknowledged, or decided: that it is closed is not theirs to know.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="AcknowledgedAt">Since when somebody looks into it; null until somebody does.</param>
public sealed record ConcernReceipt(ConcernId Id, ConcernStage Stage, DateTimeOffset RaisedAt, DateTimeOffset? AcknowledgedAt)
{
    /// <summary>Shows a concern to who raised it.</summary>
    /// <param name="state">The concern.</param>
    /// <returns>The receipt.</returns>
    public static ConcernReceipt Of(Concern state) =>
        new(state.Id, state.Referral is null ? ConcernView.StageOf(state) : ConcernStage.Decided, state.RaisedAt, state.Acknowledged?.At);
}
