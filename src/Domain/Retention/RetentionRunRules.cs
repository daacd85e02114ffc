using System.Globalization;
using System.Text.Json;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Retention;

using Decision = Decision<RetentionRunEvent>;

/// <summary>Who may have a run carried out, and what becomes of it.</summary>
public static class RetentionRunRules
{
    /// <summary>Decides on approving a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="reason">Why.</param>
    /// <param name="home">The home.</param>
    /// <param name="facts">What is known about its children.</param>
    /// <param name="now">This moment.</param>
    /// <returns>What happens, or why it is refused.</returns>
    public static Decision Approve(RetentionRun run, Person by, string reason, Home home, RunFacts facts, DateTimeOffset now) =>
        !Authority.MayOverride(by, home, now)
            ? No("who", "Disposing of records is approved by a homes or service manager of the home.", "Ask one of them.")
        : by.Id == run.ProposedBy ? No("who", "Whoever proposed a run cannot approve it.", "Another homes or service manager can.")
        : facts.HasPart
            ? No(
                "who",
                "Whoever has a part of their own in what is recorded about a child has nothing of it disposed of.",
                "Another homes or service manager can."
            )
        : run.Approval is { } approved
            ? approved.By == by.Id ? new Decision.Accepted([])
                : No("phase", "This run has been approved already.", "Nothing is needed: it is carried out by itself.")
        : run.Records.IsEmpty ? No("phase", "This run is about no record.", "Propose another when the time of some is over.")
        : !FieldFinding.SaysWhy(reason) ? No("reason", "An answer is missing.", "Say why these records are not needed any more.", "reason")
        : !facts.Unreadable.IsEmpty ? new Decision.Refused([.. facts.Unreadable.Select(CannotRead)])
        : !facts.Waiting.IsEmpty ? new Decision.Refused([.. facts.Waiting.Select(Wait)])
        : new Decision.Accepted([new RetentionRunEvent.RunApproved(by.Id, reason)]);

    /// <summary>What an event does.</summary>
    /// <param name="state">The run before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <returns>The run after it.</returns>
    public static RetentionRun Evolve(RetentionRun? state, RetentionRunEvent happened, DateTimeOffset at) =>
        (state, happened) switch
        {
            (null, RetentionRunEvent.RunProposed e) => e.Run,
            ({ } run, RetentionRunEvent.RunApproved e) => run with { Approval = new(e.By, e.Reason, at) },
            ({ } run, RetentionRunEvent.RecordDone e) => run with { Fates = run.Fates.Add(new(at, e.Kept)) },
            ({ } run, RetentionRunEvent.RunCompleted) => run with { CompletedAt = at },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to this run"),
        };

    private static Finding Wait(WaitingChild waiting) =>
        new(
            "retention",
            DutyKind.Hard,
            $"What the time of {waiting.Child} is reckoned by was changed less than {RetentionDates.SettlesIn.Days} days ago.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Approve it from {waiting.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC on, if the change is right."
            ),
            JsonNamingPolicy.CamelCase.ConvertName(waiting.What.ToString())
        );

    private static Finding CannotRead(ChildId child) =>
        new(
            "retention",
            DutyKind.Hard,
            $"Something held about {child} cannot be read: a newer version of the program has written to it.",
            "Propose another run, which leaves that child out, or approve this one when the newer version runs everywhere."
        );

    private static Decision No(string id, string problem, string lift, string? field = null) =>
        new Decision.Refused([new(id, DutyKind.Hard, problem, lift, field)]);
}
