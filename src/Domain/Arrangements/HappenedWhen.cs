using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

/// <summary>Whether something can have happened when it is said to have happened.</summary>
internal static class HappenedWhen
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>What stands against the time that a command gives; null when nothing does, or it gives none.</summary>
    public static Finding? Judge(Arrangement? state, ArrangementCommand command, DateTimeOffset now) =>
        command.HappenedAt is not { } at || IsHeardAnyway(command) ? null
        : at > now ? Refuse("This lies in the future.", "Give the time when it happened, or none for now.")
        : IsToldAfterwards(command) ? null
        : at < now - Longest ? Refuse("This lies more than seven days back.", "Say it without a time, and add in words when it was.")
        : state is not null && at < Follows(state, command)
            ? Refuse(
                "This lies before what it follows: the request, the approval or the start.",
                "Give the time when it happened, or none for now."
            )
        : null;

    // A telephone whose clock is wrong must not keep help away.
    private static bool IsHeardAnyway(ArrangementCommand command) =>
        command is ArrangementCommand.CallHelp or ArrangementCommand.ReportDistress;

    // A record, and what is added to one, may be about anything that went before.
    private static bool IsToldAfterwards(ArrangementCommand command) =>
        command is ArrangementCommand.RecordCloseOut or ArrangementCommand.AddAddendum;

    private static DateTimeOffset Follows(Arrangement state, ArrangementCommand command) =>
        (command, state.Phase) switch
        {
            (ArrangementCommand.Start, Phase.Approved { Round: { Under: null, Approvals: { IsEmpty: false } approvals } }) => approvals.Max(
                approval => approval.At
            ),
            (ArrangementCommand.CheckIn or ArrangementCommand.Extend or ArrangementCommand.Finish, Phase.Active p) => p.Session.StartedAt,
            (ArrangementCommand.Explain, Phase.AwaitingExplanation p) => p.Decline.At,
            _ => state.RequestedAt,
        };

    private static Finding Refuse(string problem, string lift) => new("happenedAt", DutyKind.Hard, problem, lift, "happenedAt");
}
