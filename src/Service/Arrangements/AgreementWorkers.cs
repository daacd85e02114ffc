using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Identity;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Arrangements;

/// <summary>A worker whom an agreement names.</summary>
/// <param name="Worker">Who.</param>
/// <param name="MayTakeOccasions">Whether the next occasion with them would be allowed by what the registers say now.</param>
/// <param name="Because">What stands against it; whether somebody is barred or has left is for heads.</param>
public sealed record WorkerNow(PersonId Worker, bool MayTakeOccasions, ImmutableArray<Finding> Because);

/// <summary>Which of its workers may take the occasions of an agreement now. The rules of an occasion say so; nothing is kept.</summary>
/// <param name="registers">The registers.</param>
internal sealed class AgreementWorkers(RegisterReader registers)
{
    /// <summary>Finds it out.</summary>
    /// <returns>Each worker whom it names; null for what is no agreement any more, and for families.</returns>
    public async ValueTask<ImmutableArray<WorkerNow>?> OfAsync(SeenArrangement seen, DateTimeOffset now, CancellationToken ct)
    {
        var state = seen.State;
        if (state is not { Plan.Standing: not null, Phase: Phase.InForce or Phase.Suspended } || seen.Sight is Sight.Family)
            return null;
        var workers = ImmutableArray.CreateBuilder<WorkerNow>();
        foreach (var worker in state.Plan.Workers)
        {
            var against = await AgainstAsync(state, worker, seen.Facts, now, ct);
            workers.Add(new(worker, against.IsEmpty, seen.Sight is Sight.Head ? against : against.RemoveAll(f => f.Id == "worker")));
        }
        return workers.ToImmutable();
    }

    private async ValueTask<ImmutableArray<Finding>> AgainstAsync(
        Arrangement agreement,
        PersonId worker,
        Facts facts,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var occasion = NextSteps.NextOccasion(agreement, facts, now) with { Worker = worker };
        PersonId[] named = [.. occasion.Named().Select(n => n.Person).Distinct()];
        return await registers.FactsAsync(occasion, agreement.Home, null, null, named, ct) is { } read
            ? Agreements.AgainstWorker(occasion, read.Facts with { Agreement = agreement }, now)
            : [new("worker", DutyKind.Hard, "This person is in the register no more.", "Plan it with another worker.", "worker")];
    }
}
