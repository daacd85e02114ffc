using OneToOne.Domain.Escalations;

namespace OneToOne.Domain.Drills;

/// <summary>What can be asked of a drill. Closed: the cases are those nested here.</summary>
public abstract record DrillCommand
{
    private DrillCommand() { }

    /// <summary>Begins it.</summary>
    /// <param name="Id">The id that it is to have.</param>
    /// <param name="Cause">What is played.</param>
    public sealed record Begin(DrillId Id, EscalationCause Cause) : DrillCommand;

    /// <summary>Takes it on, as one takes on an escalation.</summary>
    public sealed record Acknowledge : DrillCommand;

    /// <summary>Records what would have been done, and so ends it.</summary>
    /// <param name="Note">In words.</param>
    public sealed record RecordOutcome(string Note) : DrillCommand;

    /// <summary>Says that no message of a step reached anybody.</summary>
    /// <param name="Step">The step.</param>
    public sealed record ReportUnreachable(int Step) : DrillCommand;
}
