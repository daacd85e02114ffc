using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

using Decision = Decision<ArrangementEvent>;

/// <summary>Informing people beforehand (G-20, L-21).</summary>
internal static class Telling
{
    public static Decision AcknowledgeNotice(
        Arrangement state,
        ArrangementCommand.AcknowledgeNotice command,
        Facts facts,
        DateTimeOffset now
    )
    {
        var person = facts.Actor!.Id;
        if (!IsInformed(state, person))
            return Answer.NotYours("This notice is not for you.", "Nothing is needed from you.");
        if (state.Told.Any(t => t.Person == person && t.Digest == command.Digest))
            return Answer.Already;
        return state.Phase is not (Phase.Approved or Phase.InForce or Phase.Suspended or Phase.Active)
                ? Answer.NotInThisPhase(state, "Notices go out once it is approved.")
            : command.Digest != DigestOf(state) ? Answer.No("digest", "It was changed after this notice.", "Read the newer notice.")
            : Answer.Yes(new ArrangementEvent.PersonTold(new(person, ToldBy.Notice, now, command.Digest)));
    }

    public static Decision RecordTold(Arrangement state, ArrangementCommand.RecordTold command, Facts facts, DateTimeOffset now)
    {
        if (!IsInformed(state, command.Person) || facts.Child.IsBarred(command.Person))
            return Answer.No(
                "person",
                "This person is not among those who are to be told.",
                "Name one who is, or add them to the plan.",
                "person"
            );
        if (state.Phase is not (Phase.Approved or Phase.InForce or Phase.Suspended))
            return Answer.NotInThisPhase(state, "People are told once it is approved and before it starts.");
        if (command.How == ToldBy.Notice)
            return Answer.No(
                "how",
                "Only opening the notice counts as having read it.",
                "Say that they were told in person or by telephone.",
                "how"
            );
        if (facts.Actor!.Id == state.Plan.Worker || !Authority.IsStaff(facts.Actor, facts.Home, now))
            return Answer.NotYours(
                "That somebody was told is confirmed by a colleague, not by the worker alone.",
                "Have a colleague confirm it."
            );
        var digest = DigestOf(state);
        return state.Told.Any(t => t.Person == command.Person && t.Digest == digest)
            ? Answer.Already
            : Answer.Yes(new ArrangementEvent.PersonTold(new(command.Person, command.How, now, digest)));
    }

    private static bool IsInformed(Arrangement state, PersonId person) => state.Plan.Inform.Contains(person);

    private static string DigestOf(Arrangement state) => state.ApprovalRound?.Digest ?? Digest.Of(state);
}
