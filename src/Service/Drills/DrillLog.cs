using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneToOne.Domain;
using OneToOne.Domain.Drills;
using OneToOne.Service.Records;

namespace OneToOne.Service.Drills;

/// <summary>Says in the log that a drill is one. No alert hangs on these: those of escalations stay silent while a drill runs.</summary>
/// <param name="log">The log.</param>
public sealed partial class DrillLog(ILogger<DrillLog> log)
{
    internal void Note(DrillId id, ImmutableArray<Happening<DrillEvent>> happened)
    {
        foreach (var happening in happened)
            switch (happening.Event)
            {
                case DrillEvent.DrillBegun e:
                    Called(id.Value, e.Step);
                    break;
                case DrillEvent.DrillPassedOn e:
                    Called(id.Value, e.Step);
                    break;
                case DrillEvent.DrillEnded e:
                    Ended(id.Value, e.Why);
                    break;
            }
    }

    [LoggerMessage(1201, LogLevel.Information, "DRILL {Id}: step {Step} of the escalation is tried", EventName = "DrillCalled")]
    private partial void Called(string id, int step);

    [LoggerMessage(1202, LogLevel.Information, "DRILL {Id} has ended: {Why}", EventName = "DrillEnded")]
    private partial void Ended(string id, DrillEnding why);
}
