using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;
using OneToOne.Service.Records;

namespace OneToOne.Service.Deliveries;

/// <summary>Whether an escalation reaches anybody, as far as we know.</summary>
internal static class Reach
{
    /// <summary>Whether a message of a step got through, or still may.</summary>
    public static bool SomebodyIsOrMayBeReached(Record<Arrangement> record, EscalationCause cause, int step) =>
        record.Reached.Any(r => r.Cause == cause && r.Step == step)
        || record.Outbox.Any(m => m.Message is { Kind: MessageKind.Escalation } e && e.Cause == cause && e.Step == step);

    /// <summary>The open escalations that nobody owns and of whose present step no message got through, nor will.</summary>
    public static ImmutableArray<EscalationCause> Unheard(Record<Arrangement> record) =>
        [
            .. record
                .State.Escalations.Where(e => e.Owner is null && !SomebodyIsOrMayBeReached(record, e.Cause, e.Step))
                .Select(e => e.Cause),
        ];
}
