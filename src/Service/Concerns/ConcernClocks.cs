using OneToOne.Domain;
using OneToOne.Domain.Concerns;

namespace OneToOne.Service.Concerns;

/// <summary>A concern for an inspector: that there is one, and how long people took. What it says and whom it names is not theirs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="AcknowledgedAt">Since when somebody looks into it; null until somebody does.</param>
/// <param name="ReferBy">By when it is decided whether it is referred; null where no clock runs.</param>
/// <param name="DecidedAt">When that was decided; null until it is.</param>
/// <param name="Referred">Whether it was referred; null until it is decided.</param>
/// <param name="DecidedInTime">Whether it was decided in time; null until it is, and where no clock runs.</param>
/// <param name="ClosedAt">When it was closed; null until it is.</param>
public sealed record ConcernClocks(
    ConcernId Id,
    ConcernStage Stage,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ReferBy,
    DateTimeOffset? DecidedAt,
    bool? Referred,
    bool? DecidedInTime,
    DateTimeOffset? ClosedAt
)
{
    /// <summary>Shows a concern to an inspector.</summary>
    /// <param name="state">The concern.</param>
    /// <returns>Its clocks.</returns>
    public static ConcernClocks Of(Concern state) =>
        new(
            state.Id,
            ConcernView.StageOf(state),
            state.RaisedAt,
            state.Acknowledged?.At,
            state.ReferBy,
            state.Referral?.At,
            state.Referral?.Referred,
            state is { ReferBy: { } by, Referral: { } decided } ? decided.At <= by : null,
            state.Outcome?.At
        );
}
