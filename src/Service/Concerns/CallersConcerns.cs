using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>Takes the steps of concerns that signed-in callers ask for over HTTP, and answers them.</summary>
/// <param name="book">Opens concerns.</param>
/// <param name="steps">Takes steps.</param>
/// <param name="reader">Knows what a caller may see.</param>
/// <param name="registers">The registers.</param>
/// <param name="reservations">Binds a key to what it creates.</param>
/// <param name="store">Where a step taken before is known by.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class CallersConcerns(
    ConcernBook book,
    ConcernSteps steps,
    ConcernReader reader,
    RegisterReader registers,
    KeyReservations reservations,
    IDocumentStore store,
    TimeProvider clock
)
{
    /// <summary>Reports a concern. Whoever has lost the connection since is heard all the same.</summary>
    public async Task<IResult> ReportAsync(ConcernReport report, Caller caller, IdempotencyKey? key)
    {
        // Of a child of another home nobody learns by this whether there is one.
        if (
            await registers.ChildAsync(report.Child, CancellationToken.None) is not { } child
            || await reader.SightAsync(child.Home, caller, CancellationToken.None) is not (Sight.Head or Sight.Colleague)
        )
            return Findings.Nothing();
        var id = Guid.NewGuid().ToString("N");
        if (key is not null)
        {
            var (reserved, refusal) = await reservations.ReserveAsync(key, id, CancellationToken.None);
            if (reserved is null)
                return refusal!;
            id = reserved;
            if (await store.ReadAsync(key.In(ConcernRecords.Kind.PartitionOf(id)), CancellationToken.None) is { } before)
                return KeptAnswer.Again(key, before);
        }
        var result = await book.ReportAsync(
            new(id),
            report,
            caller.Person,
            concern => key is null ? [] : [new Operation.Create(KeptAnswer.Keep(key, Created(concern), clock.GetUtcNow()))],
            CancellationToken.None
        );
        return result switch
        {
            ConcernResult.Done done => Created(done.Concern),
            ConcernResult.Refused refused => Findings.Refuse(refused.Findings),
            _ => Findings.Nothing(),
        };
    }

    /// <summary>Takes a step of a concern, based on what was read where the caller says so.</summary>
    public async Task<IResult> TakeAsync(ConcernId id, ConcernCommand command, Caller caller, IdempotencyKey? key, IfMatch? read = null)
    {
        if (await reader.FindAsync(id, caller, CancellationToken.None) is not { } seen)
            return Findings.Nothing();
        var now = clock.GetUtcNow();
        var step = new ConcernStep(id, command, caller.Person)
        {
            Seen = read is { IsGiven: true } ? revision => read.Refuses(revision) is null : null,
            Once = key?.In(ConcernRecords.Kind.PartitionOf(id.Value)),
            Also = key is null ? null : done => [new Operation.Create(KeptAnswer.Keep(key, AnswerTo(done), now))],
        };
        return await steps.TakeAsync(step, CancellationToken.None) switch
        {
            ConcernResult.Done done => AnswerTo(done),
            ConcernResult.TakenBefore before => KeptAnswer.Again(key!, before.Document),
            ConcernResult.Stale stale => read!.Refuses(stale.Revision)!,
            ConcernResult.Refused refused => Findings.Refuse(refused.Findings),
            _ => Findings.Nothing(),
        };

        Answer AnswerTo(ConcernResult.Done done) =>
            seen.IsTheirs
                ? Answer.Ok(ConcernView.Of(done.Concern, clock.GetUtcNow()), done.Concern.Revision)
                : Answer.Ok(ConcernReceipt.Of(done.Concern));
    }

    private static Answer Created(Concern concern) => Answer.Created($"/api/concerns/{concern.Id}", ConcernReceipt.Of(concern));
}
