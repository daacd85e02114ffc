using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Arrangements;

/// <summary>The least that is said of an arrangement: in lists, and as the answer to a step.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Home">The home that answers for it; null where whereabouts are withheld from the caller.</param>
/// <param name="Child">The child.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Start">The planned start.</param>
/// <param name="End">The planned end.</param>
/// <param name="Phase">Where it is in its life, such as <c>awaitingApproval</c>.</param>
/// <param name="Revision">Its revision, also the ETag.</param>
/// <param name="IsFinal">Whether nothing can happen to it any more.</param>
/// <param name="ValidUntil">Of a standing agreement: until when occasions can be planned under it; its start is when it begins.</param>
/// <param name="Under">Of an occasion under a standing agreement: which.</param>
public sealed record ArrangementBrief(
    ArrangementId Id,
    HomeId? Home,
    ChildId Child,
    PersonId Worker,
    Purpose Purpose,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Phase,
    int Revision,
    bool IsFinal,
    DateTimeOffset? ValidUntil = null,
    ArrangementId? Under = null
)
{
    /// <summary>Says it of an arrangement.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="withheld">Whether whereabouts are withheld.</param>
    /// <returns>The brief.</returns>
    public static ArrangementBrief Of(Arrangement state, bool withheld) =>
        new(
            state.Id,
            withheld ? null : state.Home,
            state.Plan.Child,
            state.Plan.Worker,
            state.Plan.Purpose,
            state.Plan.Start,
            state.Plan.End,
            NameOf(state.Phase),
            state.Revision,
            state.IsFinal,
            state.Plan.Standing?.ValidUntil,
            state.Plan.Under
        );

    /// <summary>The name of a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>Such as <c>awaitingApproval</c>.</returns>
    public static string NameOf(Phase phase) => JsonNamingPolicy.CamelCase.ConvertName(phase.GetType().Name);
}
