using System.Globalization;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Messages;
using OneToOne.Domain.Policies;
using OneToOne.Service.Links;

namespace OneToOne.Service.Deliveries;

/// <summary>Which link a message carries: one for each person and purpose.</summary>
public static class ArrangementLinks
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(30);

    /// <summary>Until when somebody who has approved by a link may say by it that they no longer agree.</summary>
    /// <param name="plan">What they approved.</param>
    /// <returns>The end of it: of an agreement, its last day.</returns>
    public static DateTimeOffset MayRefuseUntil(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Standing?.ValidUntil ?? plan.End;
    }

    /// <summary>The link of a message.</summary>
    /// <param name="state">The arrangement.</param>
    /// <param name="message">The message.</param>
    /// <param name="policy">The policy it is judged under.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The link that is wanted.</returns>
    public static LinkWanted For(Arrangement state, Message message, Policy policy, DateTimeOffset now)
    {
        // What is asked for long after the planned end, such as a record, is answered by a link that works.
        var afterwards = (state.Plan.End > now ? state.Plan.End : now) + Afterwards;
        var round = state.Round.ToString(CultureInfo.InvariantCulture);
        var digest = state.ApprovalRound?.Digest;
        return message.Kind switch
        {
            MessageKind.Escalation or MessageKind.EscalationEnded => Link(
                LinkPurpose.Escalation,
                JsonNamingPolicy.CamelCase.ConvertName(message.Cause!.Value.ToString()),
                null,
                afterwards
            ),
            MessageKind.SessionLink or MessageKind.StartAsked or MessageKind.CheckInAsked or MessageKind.EndReminder => Link(
                LinkPurpose.Session,
                "own",
                null,
                afterwards
            ),
            MessageKind.OverrideAsked or MessageKind.OverrideReminder => Link(
                LinkPurpose.Override,
                round,
                null,
                state.DecideBy(state.Phase is Phase.AwaitingOverride waiting ? waiting.Since : now, policy)
            ),
            MessageKind.ApprovalAsked or MessageKind.ApprovalReminder => Link(
                LinkPurpose.Approve,
                round,
                digest,
                state.ApprovalRound?.LinksExpire(policy) ?? state.Plan.Start
            ),
            MessageKind.ApprovalLink => Link(LinkPurpose.Approve, round, digest, MayRefuseUntil(state.Plan)),
            MessageKind.Declined when message.To == state.Plan.Worker => Link(LinkPurpose.Explain, "own", null, afterwards),
            MessageKind.UnplannedStart => Link(LinkPurpose.Review, "own", null, afterwards),
            // What is read is bound to what the page shows at that moment.
            _ => Link(LinkPurpose.Notice, round, null, afterwards),
        };

        LinkWanted Link(LinkPurpose purpose, string about, string? decidesOn, DateTimeOffset expiresAt) =>
            new(purpose, message.To, about, state.Round, decidesOn, expiresAt);
    }
}
