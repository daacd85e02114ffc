using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>Reads what a step may look at besides its arrangement.</summary>
/// <param name="registers">The registers.</param>
/// <param name="log">Hears of what a clock could not look at.</param>
internal sealed class StepFacts(RegisterReader registers, StepLog log)
{
    /// <summary>Reads it.</summary>
    /// <returns>The registers as they are now; null when the step is about nothing that is there.</returns>
    public async ValueTask<FactsRead?> ReadAsync(Step step, Record<Arrangement>? record, CancellationToken ct)
    {
        var state = record?.State;
        var plan = step.Command switch
        {
            ArrangementCommand.Request c when state is null => c.Plan,
            ArrangementCommand.PlanOccasion c when state is null => c.Plan,
            ArrangementCommand.StartUnplanned c when state is null => c.Plan,
            // What it was planned under does not change, and what is due is judged by it.
            ArrangementCommand.Change c => c.Plan with { Under = state?.Plan.Under },
            _ => state?.Plan,
        };
        if (plan is null)
            return null;
        var named = Named(step.Command, state?.ApprovalRound);
        if (await registers.FactsAsync(plan, state?.Home, state?.PolicyVersion, step.By, named, ct) is not { } read)
            return null;
        var facts = read.Facts with { Reached = [.. record?.Reached.Select(r => (r.Cause, r.Step)) ?? []] };
        // The look after a start dies with its host; whatever is due to the session later makes up for it.
        var looks = step.Begins || (step.Command is null && state?.Phase is Phase.Active);
        return read with { Facts = looks ? facts with { Company = await CompanyAsync(step, plan, ct) } : facts };
    }

    // Nothing begins unseen; but whoever is overdue or barred is not left alone because a neighbour cannot be read.
    private async ValueTask<ImmutableArray<Arrangement>?> CompanyAsync(Step step, Plan plan, CancellationToken ct)
    {
        try
        {
            return await registers.CompanyAsync(plan, ct);
        }
        catch (Exception e) when (e is JsonException or StoreUnavailableException && step is { Begins: false, WithCompany: false })
        {
            log.NotLookedBeside(step.Id.Value, e.GetType().Name);
            return null;
        }
    }

    private static IReadOnlyCollection<PersonId> Named(ArrangementCommand? command, ApprovalRound? round) =>
        command switch
        {
            ArrangementCommand.RecordApproval c => [.. FamilyOf(round).Append(c.Approver).Distinct()],
            ArrangementCommand.Approve => FamilyOf(round),
            ArrangementCommand.RecordTold c => [c.Person],
            ArrangementCommand.Request c => PeopleOf(c.Plan),
            ArrangementCommand.PlanOccasion c => PeopleOf(c.Plan),
            ArrangementCommand.Change c => PeopleOf(c.Plan),
            ArrangementCommand.StartUnplanned c => [c.ColleagueTold, .. PeopleOf(c.Plan)],
            _ => [],
        };

    // A manager's approval depends on who entered the address of a parent who answered before them.
    private static PersonId[] FamilyOf(ApprovalRound? round) =>
        [.. round?.Approvals.Where(a => a.By.Seat is Seat.Family).Select(a => a.By.Person) ?? []];

    private static PersonId[] PeopleOf(Plan plan) => [.. plan.Named().Select(named => named.Person).Distinct()];
}
