using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;

namespace OneToOne.Service.DueWork;

/// <summary>
/// Where an arrangement stands and what it waits for: all that a host needs which keeps time for it, and all that may stand in such a
/// host's own history. It names nobody.
/// </summary>
/// <param name="Phase">Where it is in its life, such as <c>awaitingApproval</c>.</param>
/// <param name="Escalations">The open escalations with their levels, such as <c>overdue 2</c>.</param>
/// <param name="WaitsFor">What next happens by itself, such as <c>askToCheckIn</c> or <c>passOn overdue</c>; null when nothing will.</param>
/// <param name="Until">When that is; it may have passed.</param>
/// <param name="MailAt">When a message is next to be sent; null when none waits.</param>
/// <param name="IsOver">Whether nothing can happen to it any more, and nobody has still to be told.</param>
public sealed record ArrangementStanding(
    string Phase,
    ImmutableArray<string> Escalations,
    string? WaitsFor,
    DateTimeOffset? Until,
    DateTimeOffset? MailAt,
    bool IsOver
)
{
    /// <summary>Says it of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="policy">The policy it is judged under.</param>
    /// <returns>Where it stands.</returns>
    public static ArrangementStanding Of(Record<Arrangement> record, Policy policy)
    {
        var state = record.State;
        var next = ArrangementClock.Next(state, policy);
        return new(
            ArrangementBrief.NameOf(state.Phase),
            [.. state.Escalations.Select(e => $"{new EscalationName(e.Cause)} {EscalationChain.Level(e.Cause, e.Step)}")],
            next is { } clock ? NameOf(clock) : null,
            next?.DueAt,
            record.DueAt(null),
            state.IsFinal && record.Outbox.IsEmpty
        );
    }

    private static string NameOf(NextClock clock)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(clock.Name);
        return clock.Cause is { } cause ? $"{name} {new EscalationName(cause)}" : name;
    }
}
