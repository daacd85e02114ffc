using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Approvals, refusals and attempts to reach a parent (G-04).</summary>
internal static class Approving
{
    // Three calls in three minutes are no three attempts.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromHours(1);

    public static Decision Approve(Arrangement state, ArrangementCommand.Approve command, Facts facts, DateTimeOffset now) =>
        Give(state, (command.Digest, command.ReasonClear), facts.Actor!, null, facts, now);

    public static Decision RecordApproval(Arrangement state, ArrangementCommand.RecordApproval command, Facts facts, DateTimeOffset now)
    {
        var recorder = facts.Actor!;
        if (facts.Named.FirstOrDefault(p => p.Id == command.Approver) is not { } approver)
            return Answer.No("approver", "This person is not in the register.", "Name somebody who may approve.", "approver");
        if (
            !Authority.IsStaff(recorder, facts.Home, now)
            || recorder.Id == approver.Id
            || state.ApprovalRound is { } round
                && (round.Excluded.Contains(recorder.Id) || round.Approvals.Any(a => IsOneOf(a, recorder.Id, approver.Id)))
        )
            return Answer.NotYours(
                "An approval is written down by somebody of the home who is neither requester, worker nor an approver of it, and who has not written down the other one.",
                "Have such a colleague write it down."
            );
        if (!FieldFinding.SaysWhy(command.Note))
            return Answer.Missing("note", "note", "Say what the approver said, and how you knew it was them.");
        return Give(state, (command.Digest, command.ReasonClear), approver, new(recorder.Id, command.Means, command.Note), facts, now);
    }

    public static Decision Refuse(Arrangement state, ArrangementCommand.Refuse command, Facts facts, DateTimeOffset now)
    {
        if (state.Phase is Phase.Refused refused && refused.By == facts.Actor!.Id)
            return Answer.Already;
        if (state.Phase is not (Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended))
            return Answer.NotInThisPhase(state, "It can be refused until the session starts.");
        if (Admit(state, facts.Actor!, facts, now) is null)
            return NotAnApprover();
        if (command.Digest != state.ApprovalRound!.Digest)
            return ChangedSince();
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Answer.Missing("reason", "reason", "Say why, so that those who asked can understand.")
            : Answer.Yes([
                new ArrangementEvent.Refused(facts.Actor!.Id, command.Reason, Denied(state, command, facts.Actor.Id)),
                .. Escalating.AskWhetherItTookPlace(state, facts, now),
            ]);
    }

    private static PersonId? Denied(Arrangement state, ArrangementCommand.Refuse command, PersonId by) =>
        command.NeverApproved == true ? state.ApprovalRound!.Approvals.FirstOrDefault(a => a.By.Person == by)?.OnBehalf?.RecordedBy : null;

    public static Decision RecordAttempt(Arrangement state, ArrangementCommand.RecordAttempt command, Facts facts, DateTimeOffset now)
    {
        if (state.Phase is not Phase.AwaitingApproval { Round: var round })
            return Answer.NotInThisPhase(state, "Attempts count while approval is asked for.");
        if (!Authority.IsStaff(facts.Actor!, facts.Home, now) || round.Excluded.Contains(facts.Actor!.Id))
            return Answer.NotYours(
                "Attempts are written down by the home's own people, but by neither the requester nor the worker.",
                "Have a colleague write it down."
            );
        if (!facts.Child.Responsible.Any(r => r.Person == command.Person) || facts.Child.IsBarred(command.Person))
            return Answer.No("person", "This person is not asked for this child.", "Name a parent or carer who is.", "person");
        if (string.IsNullOrWhiteSpace(command.How) || IsOurMail(command.How))
            return Answer.Missing("how", "how", "Say how you tried; the mails that we send count by themselves.");
        return round.Attempts.Any(a => a.Person == command.Person && !IsOurMail(a.How) && now - a.At < OneAttempt)
            ? Answer.No("again", "They were tried less than an hour ago.", "Give them time to answer, then try again.")
            : Answer.Yes(new ArrangementEvent.AttemptRecorded(new(command.Person, now, command.How)));
    }

    private static bool IsOurMail(string how) => how.Trim().Equals(ApprovalAttempts.Mail, StringComparison.OrdinalIgnoreCase);

    // One colleague alone must not bring about both approvals.
    private static bool IsOneOf(Approval given, PersonId recorder, PersonId approver) =>
        given.By.Person == recorder || given.OnBehalf?.RecordedBy == recorder && given.By.Person != approver;

    private static Decision Give(
        Arrangement state,
        (string Digest, bool? ReasonClear) said,
        Person approver,
        OnBehalf? onBehalf,
        Facts facts,
        DateTimeOffset now
    )
    {
        if (state.ApprovalRound?.Approvals.FirstOrDefault(a => a.By.Person == approver.Id) is { } given && given.Digest == said.Digest)
            return Answer.Already;
        if (Admit(state, approver, facts, now) is not { } admitted)
            return state.ApprovalRound is null
                ? Answer.NotInThisPhase(state, "Approval is asked for once everything else is decided.")
                : NotAnApprover();
        if (state.Phase is not Phase.AwaitingApproval waiting)
            return Answer.NotInThisPhase(state, "Nothing is needed: it has been decided.");
        if (said.Digest != waiting.Round.Digest)
            return ChangedSince();
        if (NotInDate(facts, now) is { } lapsed)
            return Answer.No([lapsed]);
        if (waiting.Round.Approvals.Any(a => a.By.Seat == admitted.Seat))
            return Answer.No(
                "seat",
                "Somebody else has already approved in this capacity.",
                "The other approval is still awaited; nothing is needed from you."
            );
        if (waiting.Round.Approvals.Any(a => a.OnBehalf?.RecordedBy == approver.Id))
            return Answer.NotYours("Who wrote down the other approval can't give this one.", "Have somebody else approve.");
        if (EnteredApprovers.Check(state, admitted, approver, onBehalf?.RecordedBy, facts) is { } entangled)
            return Answer.No([entangled]);
        if (onBehalf is { RecordedBy: var by } && EnteredApprovers.CheckRecorder(admitted, approver, by, facts.Child) is { } own)
            return Answer.No([own]);
        if (L02(said.ReasonClear) is { } unclear)
            return Answer.No([unclear]);
        var approved = new ArrangementEvent.ApprovalGiven(new(admitted, now, said.Digest, onBehalf, said.ReasonClear));
        var after = ArrangementEvolution.Evolve(state, approved, now);
        return after.ApprovalRound!.IsMet ? Answer.Yes(approved, new ArrangementEvent.Approved()) : Answer.Yes(approved);
    }

    private static Approver? Admit(Arrangement state, Person person, Facts facts, DateTimeOffset now) =>
        state.ApprovalRound is { } round ? Approvers.Admit(person, facts.Child, facts.Home, facts.Worker, round, facts.Policy, now) : null;

    private static Finding? L02(bool? reasonClear) =>
        reasonClear switch
        {
            true => null,
            null => new(
                "L-02",
                DutyKind.Ask,
                "Whether the reason is clear and can't be taken for something else is not answered.",
                "Answer yes or no.",
                "reasonClear"
            ),
            false => new(
                "L-02",
                DutyKind.Ask,
                "Whoever finds the reason unclear can't approve it.",
                "Refuse it and say what is unclear, or ask for a plan that says it clearly; the changed plan is shown to you again.",
                "reasonClear"
            ),
        };

    private static Finding? NotInDate(Facts facts, DateTimeOffset now) =>
        facts.ChildAssessment?.Permits(now) == true
        && facts.WorkerAssessment?.Permits(now) == true
        && facts.PairAssessment?.Permits(now) == true
        && facts.RoleAssessment?.Permits(now) != false
        && (facts.RoleAssessment is not null || !facts.Worker.LoneWorkingIntegral)
            ? null
            : new("G-16", DutyKind.Hard, "An assessment behind it is not in date.", "Have a manager review it; then approve.");

    private static Decision NotAnApprover() =>
        Answer.NotYours(
            "You can't approve or refuse this: approvals come from a manager and from a parent or carer, never from the requester or the worker (G-04).",
            "Nothing is needed from you."
        );

    private static Decision ChangedSince() =>
        Answer.No("digest", "It was changed after you were shown it.", "Look at it as it is now, and decide on that.", "digest");
}
