using OneToOne.Domain.Escalations;
using OneToOne.Domain.Messages;

namespace OneToOne.Service.Deliveries;

/// <summary>In which order messages go out, how soon a failed attempt is repeated, and when it is given up.</summary>
internal static class DeliveryPace
{
    /// <summary>How long an attempt may take before somebody else may repeat it.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] Urgent = [.. new[] { 10, 20, 40, 60, 120 }.Select(s => TimeSpan.FromSeconds(s))];

    private static readonly TimeSpan[] Ordinary = [.. new[] { 1, 5, 15, 60, 180, 360, 720 }.Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>Smaller goes first: help now, escalations, what somebody waits for, reminders.</summary>
    public static int Rank(Message message) =>
        message is { Kind: MessageKind.Escalation, Cause: EscalationCause.HelpNow } ? -1 : (int)message.Kind;

    /// <summary>When to try again after this many attempts.</summary>
    /// <returns>The pause; null when it is given up.</returns>
    public static TimeSpan? Again(Message message, int attempts)
    {
        var pauses = message.CallsLevel ? Urgent : Ordinary;
        return attempts <= pauses.Length ? pauses[attempts - 1] : null;
    }
}
