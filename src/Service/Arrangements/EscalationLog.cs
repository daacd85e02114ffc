using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Records;

namespace OneToOne.Service.Arrangements;

/// <summary>Tells whoever runs the product that an escalation has run out of levels. An alert hangs on the event's name; nobody is named.</summary>
/// <param name="log">The log.</param>
public sealed partial class EscalationLog(ILogger<EscalationLog> log)
{
    internal void Note(ArrangementId id, ImmutableArray<Happening<ArrangementEvent>> happened)
    {
        foreach (var happening in happened)
            if (happening.Event is ArrangementEvent.EscalationPassedOn e && e.Step >= EscalationChain.Levels(e.Cause).Length - 1)
                EscalationAtLastLevel(id.Value, e.Cause);
    }

    [LoggerMessage(1101, LogLevel.Error, "Arrangement {Id}: the escalation {Cause} is at its last level, or beyond")]
    private partial void EscalationAtLastLevel(string id, EscalationCause cause);
}
