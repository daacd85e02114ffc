using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;

namespace OneToOne.Domain.Concerns;

using Decision = Decision<ConcernEvent>;

/// <summary>Decides what becomes of a concern when somebody asks something of it.</summary>
public static class ConcernDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="state">The concern.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="now">The moment.</param>
    /// <returns>What happened, or the findings that refuse it.</returns>
    public static Decision Decide(Concern state, ConcernCommand command, ConcernFacts facts, DateTimeOffset now) =>
        command switch
        {
            ConcernCommand.Add add => Add(state, add, facts, now),
            _ when !MayDecide(state, facts, now) => No(
                "who",
                "A concern is looked into by a homes or service manager of the home, never by whoever it is about.",
                "Ask one of them."
            ),
            ConcernCommand.Acknowledge => Acknowledge(state, facts.Actor!.Id),
            ConcernCommand.DecideReferral decide => Refer(state, decide, facts, now),
            ConcernCommand.Close close => Close(state, close, facts.Actor!.Id, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not a command of a concern"),
        };

    /// <summary>Whether the actor may look into a concern and decide on it.</summary>
    /// <param name="state">The concern.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Whether they are a homes or service manager of the home, or stand in for one, and it is for them.</returns>
    public static bool MayDecide(Concern state, ConcernFacts facts, DateTimeOffset now) =>
        facts.Actor is { } actor
        && state.IsFor(actor.Id)
        && !facts.Child.IsBarred(actor.Id)
        && (
            facts.Home.Empowers(actor, Role.HomesManager, now)
            || facts.Home.Empowers(actor, Role.ServiceManager, now)
            || ConcernChain.StandsIn(actor.Id, state, facts)
        );

    private static Decision Acknowledge(Concern state, PersonId by) =>
        state.Acknowledged is not { } taken ? Yes(new ConcernEvent.Acknowledged(by))
        : taken.By == by ? Yes()
        : No("owned", "Somebody else looks into this already.", "Decide on it if you know more, or ask them.");

    private static Decision Refer(Concern state, ConcernCommand.DecideReferral command, ConcernFacts facts, DateTimeOffset now)
    {
        var by = facts.Actor!.Id;
        if (state.Outcome is not null && !(state.MayBeReferred && command.Referred == true))
            return Closed();
        if (command.MeetsThreshold is not { } meets)
            return Ask("meetsThreshold", "Whether it meets the harm threshold is not answered.", "Answer yes or no.");
        if (command.Referred is not { } referred)
            return Ask("referred", "Whether it is referred is not answered.", "Answer yes or no.");
        if (!FieldFinding.SaysWhy(command.Reason))
            return Ask("reason", "The reason is missing.", "Say why it is referred, or why not.");
        if (meets && !referred)
            return No(
                "threshold",
                "A concern that meets the harm threshold is referred to the designated officer.",
                "Refer it, or say that it does not meet the threshold and why.",
                "referred"
            );
        if (referred && !FieldFinding.IsLine(command.To))
            return Ask("to", "It is not said to whom it is referred.", "Say to whom, such as the local authority designated officer.");
        var decided = new Referral(by, now, meets, referred, referred ? command.To : null, command.Reason!);
        return state.Referral switch
        {
            { } before when before with { At = now } == decided => Yes(),
            { Referred: true } => No("phase", "It was referred already.", "Add to the record what has changed since."),
            _ when state.Acknowledged is null => Yes(new ConcernEvent.Acknowledged(by), Said()),
            _ => Yes(Said()),
        };

        ConcernEvent.ReferralDecided Said() =>
            new(decided, state.IsGrave && !referred ? ConcernChain.Besides(by, state, facts, now) : null);
    }

    private static Decision Close(Concern state, ConcernCommand.Close command, PersonId by, DateTimeOffset now) =>
        !FieldFinding.SaysWhy(command.What) ? Ask("what", "What came of it is missing.", "Say what came of it.")
        : state.Outcome is { } before && (before.By, before.What) == (by, command.What) ? Yes()
        : state.Outcome is not null ? Closed()
        : state.Referral is null
            ? No("phase", "It is not decided whether it is referred.", "Say first whether it is referred, and why or why not.")
        : Yes(new ConcernEvent.Closed(new(by, now, command.What!)));

    // Whoever raised it may have remembered more; they see no more of it for that.
    private static Decision Add(Concern state, ConcernCommand.Add command, ConcernFacts facts, DateTimeOffset now) =>
        !MayDecide(state, facts, now) && (state.RaisedBy != facts.Actor!.Id || state.About == facts.Actor.Id)
            ? No("who", "Only who raised it, or who looks into it, can add to it.", "Tell one of them, or raise a concern of your own.")
        : !FieldFinding.IsText(command.Text) ? Ask("text", "What is to be added is missing.", "Say what is to be added.")
        : Yes(new ConcernEvent.AddendumAdded(new(facts.Actor!.Id, now, command.Text!)));

    private static Decision Closed() => No("phase", "It is closed.", "Add to the record, or raise a new concern.");

    private static Decision.Accepted Yes(params ConcernEvent[] events) => new([.. events]);

    private static Decision.Refused No(string id, string problem, string lift, string? field = null) =>
        new([new(id, DutyKind.Hard, problem, lift, field)]);

    private static Decision.Refused Ask(string field, string problem, string lift) => new([new(field, DutyKind.Ask, problem, lift, field)]);
}
