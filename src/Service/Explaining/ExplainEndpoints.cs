using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Foresight;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Policies;
using OneToOne.Service.Fairness;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Explaining;

/// <summary>A plan to be judged without being asked for.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Policy">A draft to judge it under; null for the policy in force.</param>
/// <param name="Unplanned">Whether it would start now because the child asks to talk.</param>
public sealed record PlanAsked(Plan Plan, Policy? Policy = null, bool Unplanned = false);

/// <summary>Says what would become of a plan, and of a policy, without keeping anything.</summary>
internal static class ExplainEndpoints
{
    private static readonly Finding NotYourDraft = new(
        "who",
        DutyKind.Hard,
        "Only those who set the policy try a draft of it.",
        "Leave the policy out, or have a service manager try it.",
        "policy"
    );

    private static readonly Finding NotYourTalk = new(
        "who",
        DutyKind.Hard,
        "Whether somebody else may start at once is told to those who manage the home.",
        "Name yourself, or have the worker ask.",
        "plan.worker"
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/policy/explain", ExplainAsync)
            .RequireAuthorization(Access.Staff)
            .WithTags("Policy")
            .WithSummary(
                "Judge a plan, or a start that is not planned, by every rule without asking for it: what stands against it, who would be asked, which clocks would run. Nothing is kept."
            )
            .Produces<PlanExplained>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ExplainAsync(
        PlanAsked asked,
        Caller caller,
        RegisterReader registers,
        FairnessReader fairness,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // An occasion under an agreement is planned at the agreement; here it is an ordinary request.
        var (plan, now) = (asked.Plan with { Under = null }, clock.GetUtcNow());
        if (await registers.ChildAsync(plan.Child, ct) is not { } child)
            return Findings.Nothing();
        var named = Named(plan, child);
        if (await registers.FactsAsync(plan.Child, plan.Worker, null, null, caller.Person, named, ct) is not { Facts: var facts })
            return Findings.Nothing();
        // As with a request: one that names somebody else's worker says no more than one that names nobody.
        var sight = Sights.Of(caller, facts.Actor!, facts.Child, facts.Home, facts.Worker, now);
        if (sight is not (Sight.Colleague or Sight.Head) || !facts.Worker.Homes.Contains(facts.Home.Id))
            return Findings.Nothing();
        if (asked.Policy is not null && !PolicyEndpoints.MaySet(caller, facts.Actor, now))
            return Refusal.Of(StatusCodes.Status403Forbidden, NotYourDraft);
        if (asked.Policy is { } draft)
            facts = facts with { Policy = draft with { Version = facts.Policy.Version + 1 } };
        if (PolicyBounds.Check(facts.Policy) is { IsEmpty: false } findings)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, findings);
        var names = Authority.Of(facts.Actor!, facts.Home, now) is not null;
        if (asked.Unplanned && !names && plan.Worker != caller.Person)
            return Refusal.Of(StatusCodes.Status403Forbidden, NotYourTalk);
        var foreseen = asked.Unplanned
            ? Foretelling.AtOnce(plan, facts with { Company = await registers.CompanyAsync(plan, ct) }, now)
            : Foretelling.Of(plan, facts, now);
        int? version = asked.Policy is null ? facts.Policy.Version : null;
        var soFar = Sights.IsManager(caller, facts.Actor!, facts.Home, now) ? await fairness.SoFarAsync(plan, facts, now, ct) : null;
        return Answer.Ok(PlanExplained.Of(foreseen, version, names) with { TimeSoFar = soFar });
    }

    private static ImmutableArray<PersonId> Named(Plan plan, Child child) =>
        [.. plan.Named().Select(n => n.Person).Concat(child.Responsible.Select(r => r.Person)).Concat(child.PlacingAuthority).Distinct()];
}
