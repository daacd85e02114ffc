using OneToOne.Domain.Escalations;
using OneToOne.Service.Letters;
using OneToOne.Service.Pages.Plans;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>Says what has become of a call for help: who comes, that nobody has said so yet, or that nobody has heard of it.</summary>
internal static class HelpWords
{
    private const string Again = "If nobody comes, press it again after a minute: then everybody is told again.";

    /// <summary>What the worker reads; null when no call for help is open. Before the code nobody is named.</summary>
    public static string? Of(Visit visit) =>
        visit.Arrangement.EscalationOf(EscalationCause.HelpNow) is not { } open ? null
        : open.Owner is { } owner
            ? $"Help is called. {Who(visit, owner)} has taken it on at {HomeTime.Hour(owner.Since, visit.Home.TimeZone)}. If somebody may be in danger, telephone 999."
        : visit.Unheard.Contains(EscalationCause.HelpNow)
            ? $"Help is called. No message got through: shout for help, or telephone 999. {Again}"
        : $"Help is called. Nobody has taken it on yet. If somebody may be in danger, telephone 999. {Again}";

    private static string Who(Visit visit, EscalationOwner owner) =>
        visit.Code is null ? "Somebody" : new Disclosure(visit).Name(owner.Person);
}
