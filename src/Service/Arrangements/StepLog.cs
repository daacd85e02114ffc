using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Records;

namespace OneToOne.Service.Arrangements;

/// <summary>
/// Tells whoever runs the product that an escalation has run out of levels, or that a clock could not look beside a session. An alert hangs
/// on the first one's name; nobody is named.
/// </summary>
/// <param name="log">The log.</param>
public sealed partial class StepLog(ILogger<StepLog> log)
{
    internal void Note(ArrangementId id, ImmutableArray<Happening<ArrangementEvent>> happened)
    {
        foreach (var happening in happened)
            if (happening.Event is ArrangementEvent.EscalationPassedOn e && e.Step >= EscalationChain.Levels(e.Cause).Length - 1)
                EscalationAtLastLevel(id.Value, e.Cause);
    }

    [LoggerMessage(1101, LogLevel.Error, "Arrangement {Id}: the escalation {Cause} is at its last level, or beyond")]
    private partial void EscalationAtLastLevel(string id, EscalationCause cause);

    [LoggerMessage(
        1102,
        LogLevel.Error,
        "Arrangement {Id}: what is open of its worker and its child could not be looked at ({Failure}); the next clock looks again"
    )]
    internal partial void NotLookedBeside(string id, string failure);
}
