using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;

namespace OneToOne.Service.Inspection.Why;

using ArrangementMoment = Moment<Arrangement, ArrangementEvent>;

/// <summary>Answers why an arrangement was allowed, from its history and those of the registers; what can't be had is said, never guessed.</summary>
/// <param name="past">Lives histories.</param>
internal sealed class WhyReader(Past past)
{
    /// <summary>Answers it.</summary>
    /// <param name="state">The arrangement as it is.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The answer.</returns>
    public async Task<WhyAllowed> ReadAsync(Arrangement state, CancellationToken ct)
    {
        var versions = new RegisterVersions(past);
        var factsThen = new FactsThen(past, versions);
        var judgements = ImmutableArray.CreateBuilder<JudgementThen>();
        var decisions = ImmutableArray.CreateBuilder<DecisionThen>();
        var (agreement, start) = ((AgreementThen?)null, (StartThen?)null);
        await foreach (var moment in past.LiveAsync(ArrangementRecords.Kind, state.Id.Value, ct))
        {
            if (moment is not { Content: { } content, Event: { } happened })
                continue;
            if (Judged(moment) is { } plan)
            {
                var (facts, missing) = await factsThen.OfAsync(plan, state.Home, content, moment.At, ct);
                var rules = facts is null ? [] : Answers(moment, plan, facts, await factsThen.WithLaterReadingsAsync(facts, ct));
                judgements.Add(new(NameOf(happened), moment.Sequence, moment.At, content.By, content.Known, missing, rules));
            }
            if (Decided(moment, content) is { } decision)
                decisions.Add(decision with { As = await versions.RoleOfAsync(decision.By, state.Home, content.Known, moment.At, ct) });
            agreement = await CoveredAsync(moment, ct) ?? agreement;
            start = Started(moment, content) ?? start;
        }
        var nowIn = ArrangementBrief.NameOf(state.Phase);
        return new(state.Id, state.Home, nowIn, state.PolicyVersion, judgements.ToImmutable(), decisions.ToImmutable(), agreement, start);
    }

    private static Plan? Judged(ArrangementMoment moment) =>
        moment.Event switch
        {
            ArrangementEvent.Requested e => e.Plan,
            ArrangementEvent.StartedUnplanned e => e.Plan,
            ArrangementEvent.PlanChanged e => e.Plan,
            ArrangementEvent.Started => moment.Before?.Plan,
            _ => null,
        };

    private static ImmutableArray<RuleThen> Answers(ArrangementMoment moment, Plan plan, Facts facts, Facts read) =>
        [.. Answers(moment, plan, facts).Zip(Answers(moment, plan, read), (answer, later) => Say(answer, later, plan))];

    private static IEnumerable<RuleAnswer> Answers(ArrangementMoment moment, Plan plan, Facts facts) =>
        moment.Event switch
        {
            ArrangementEvent.Started e => Rules.Answers(new StartCase(moment.Before!, e.Answers, facts, moment.At)),
            ArrangementEvent.StartedUnplanned e => Rules.AnswersUnplanned(new RequestCase(plan, e.By, facts, moment.At)),
            ArrangementEvent.Requested e => Rules.Answers(new RequestCase(plan, e.By, facts, moment.At)),
            _ => Rules.Answers(new RequestCase(plan, moment.Before!.RequestedBy, facts, moment.At)),
        };

    // What was accepted had no finding then but those that wait for a decision.
    private static RuleThen Say(RuleAnswer answer, RuleAnswer later, Plan plan)
    {
        var duty = Duties.Of(answer.Id);
        var asks = duty?.Words ?? OwnRules.WordsOf(answer.Id);
        // Neither which arrangements of other children there were at that moment, nor which readings, is in a version of anything.
        if (answer.Id == "company" && !plan.AlsoPresent.IsEmpty || answer.Finding is not null && later.Finding is null)
            return new(answer.Id, null, asks, null, null, false);
        var younger = answer.Finding is { Kind: not DutyKind.Override };
        return new(answer.Id, duty?.Section, asks, answer.Finding is null, answer.Finding, younger);
    }

    private static DecisionThen? Decided(ArrangementMoment moment, HistoryContent content) =>
        moment.Event switch
        {
            ArrangementEvent.OverrideDecided { Decision: var decision } => new()
            {
                Entry = moment.Sequence,
                At = moment.At,
                By = decision.By,
                Departure = decision,
                Versions = content.Known,
                Shown = Shown(moment.Before, null),
            },
            ArrangementEvent.ApprovalGiven { Approval: var approval } => new()
            {
                Entry = moment.Sequence,
                At = moment.At,
                By = approval.By.Person,
                Approval = approval,
                Versions = content.Known,
                Shown = Shown(moment.Before, approval.Digest),
            },
            _ => null,
        };

    private static ShownThen? Shown(Arrangement? before, string? bound)
    {
        if (before is null)
            return null;
        var digest = Digest.Of(before);
        var matches = bound is null ? (bool?)null : bound == digest;
        return new(digest, matches, before.Round, before.JudgedPlan, before.Overrides, before.Basis, before.Told);
    }

    private async Task<AgreementThen?> CoveredAsync(ArrangementMoment moment, CancellationToken ct)
    {
        if (moment.Event is not ArrangementEvent.CoveredByAgreement { Round: { Under: { } under } round } e)
            return null;
        var agreement = await past.AsOfAsync(ArrangementRecords.Kind, under.Agreement.Value, moment.At, ct);
        var matches = agreement?.After is { } then ? Digest.Of(then) == under.Digest : (bool?)null;
        return new(moment.At, under, matches, round.Approvals, e.Overrides);
    }

    private static StartThen? Started(ArrangementMoment moment, HistoryContent content) =>
        moment.Event switch
        {
            ArrangementEvent.Started e => new(moment.At, content.By, e.Answers, null, moment.Before?.Told ?? []),
            ArrangementEvent.StartedUnplanned e => new(moment.At, content.By, null, e.ColleagueTold, []),
            _ => null,
        };

    private static string NameOf(ArrangementEvent happened) => JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name);
}
