using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Concerns;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Store;

namespace OneToOne.Service.Arrangements;

/// <summary>
/// Takes the steps that signed-in callers ask for over HTTP, and answers them. What was asked in full is done: whoever has lost the connection
/// since may have called for help.
/// </summary>
/// <param name="steps">Takes the steps.</param>
/// <param name="concerns">Where refusals that are concerns are written down.</param>
/// <param name="reservations">Binds a key to what it creates.</param>
/// <param name="urgent">Tells somebody now.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class CallersSteps(
    ArrangementSteps steps,
    ConcernBook concerns,
    KeyReservations reservations,
    UrgentDelivery urgent,
    TimeProvider clock
)
{
    /// <summary>Begins an arrangement under a new id, or under the one that this key began before.</summary>
    public async Task<IResult> BeginAsync(Func<ArrangementId, ArrangementCommand> command, Caller caller, IdempotencyKey? key)
    {
        var id = Guid.NewGuid().ToString("N");
        if (key is not null)
        {
            var (reserved, refusal) = await reservations.ReserveAsync(key, id, CancellationToken.None);
            if (reserved is null)
                return refusal!;
            id = reserved;
        }
        var arrangement = new ArrangementId(id);
        return await TakeAsync(arrangement, command(arrangement), caller, key, null, $"/api/arrangements/{id}");
    }

    /// <summary>Takes a step of an arrangement.</summary>
    public Task<IResult> TakeAsync(ArrangementId id, ArrangementCommand command, Caller caller, IdempotencyKey? key) =>
        TakeAsync(id, command, caller, key, null, null);

    /// <summary>Takes a step that somebody must hear of now, and begins to tell them before it answers.</summary>
    public async Task<IResult> TakeAndDeliverAsync(ArrangementId id, ArrangementCommand command, Caller caller, IdempotencyKey? key)
    {
        var answer = await TakeAsync(id, command, caller, key);
        if (answer is Answer)
            await urgent.DeliverAsync(id);
        return answer;
    }

    /// <summary>Changes a plan that the caller has read.</summary>
    public Task<IResult> ChangeAsync(ArrangementId id, Plan plan, Caller caller, IfMatch seen) =>
        TakeAsync(id, new ArrangementCommand.Change(plan), caller, null, seen, null);

    private async Task<IResult> TakeAsync(
        ArrangementId id,
        ArrangementCommand command,
        Caller caller,
        IdempotencyKey? key,
        IfMatch? seen,
        string? location
    )
    {
        var now = clock.GetUtcNow();
        var withheld = false;
        var step = new Step(id, command, caller.Person)
        {
            MayKnow = facts =>
            {
                var sight = Sights.Of(caller, facts.Actor!, facts.Child, facts.Home, facts.Worker, now);
                withheld = sight is Sight.Family && facts.Child.WhereaboutsWithheld;
                // A request that names somebody else's worker says no more than one that names nobody.
                return location is null
                    ? sight is not Sight.None || IsWithTheChild(facts, command)
                    : sight is not Sight.None && facts.Worker.Homes.Contains(facts.Home.Id);
            },
            Seen = seen is null ? null : state => seen.Refuses(state.Revision) is null,
            Once = key?.In(ArrangementRecords.Kind.PartitionOf(id.Value)),
            Also = key is null ? null : state => [new Operation.Create(KeptAnswer.Keep(key, AnswerOf(state), now))],
        };
        switch (await steps.TakeAsync(step, CancellationToken.None))
        {
            case StepResult.Done done:
                return AnswerOf(done.Arrangement);
            // A telephone that uses one key twice must not keep help away.
            case StepResult.TakenBefore other
                when command is ArrangementCommand.CallHelp or ArrangementCommand.ReportDistress && !KeptAnswer.IsOf(key!, other.Document):
                return await TakeAsync(id, command, caller, null, seen, location);
            case StepResult.TakenBefore before:
                return KeptAnswer.Again(key!, before.Document);
            case StepResult.Stale stale:
                return seen!.Refuses(stale.Arrangement.Revision)!;
            case StepResult.Refused refused:
                if (PlanOf(command) is { } plan)
                    await concerns.NoteAsync(plan, caller.Person, refused.Findings, CancellationToken.None);
                return Findings.Refuse(refused.Findings);
            default:
                return Findings.Nothing();
        }

        Answer AnswerOf(Arrangement state)
        {
            var brief = ArrangementBrief.Of(state, withheld);
            return location is null ? Answer.Ok(brief, state.Revision) : Answer.Created(location, brief, state.Revision);
        }
    }

    // A worker who has been barred since may be with the child at this moment; what they say of the child is heard.
    private static bool IsWithTheChild(Facts facts, ArrangementCommand command) =>
        facts.Actor!.Id == facts.Worker.Id
        && command
            is ArrangementCommand.CheckIn
                or ArrangementCommand.ReportDistress
                or ArrangementCommand.CallHelp
                or ArrangementCommand.Finish
                or ArrangementCommand.RecordCloseOut;

    private static Plan? PlanOf(ArrangementCommand command) =>
        command switch
        {
            ArrangementCommand.Request c => c.Plan,
            ArrangementCommand.PlanOccasion c => c.Plan,
            ArrangementCommand.StartUnplanned c => c.Plan,
            ArrangementCommand.Change c => c.Plan,
            _ => null,
        };
}
