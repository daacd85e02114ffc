using System.Runtime.CompilerServices;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Children;
using OneToOne.Domain.Fairness;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Policies;
using OneToOne.Service.Inspection;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Fairness;

/// <summary>Reads sessions, and how they were shared. Children for whom the reader is barred do not appear.</summary>
/// <param name="store">Answers queries.</param>
/// <param name="registers">The registers.</param>
internal sealed class FairnessReader(IDocumentStore store, RegisterReader registers)
{
    /// <summary>How time was shared in a home.</summary>
    /// <param name="home">The home.</param>
    /// <param name="period">The period.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The report.</returns>
    public async Task<FairnessReport> ReadAsync(Home home, Period period, PersonId reader, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await registers.CurrentPolicyAsync(ct);
        var children = new HashSet<ChildId>();
        await foreach (var child in store.StatesAsync<Child>(new(Queries.ChildrenOfHome, home.Id.Value), ct))
            if (!child.IsBarred(reader))
                children.Add(child.Id);
        var changed = new DocumentQuery(Queries.ArrangementsOfHomeChanged, home.Id.Value) { From = StoreTime.Day(period.Begins) };
        var sessions = new List<SessionFact>();
        await foreach (var session in SessionsAsync(changed, home, policy, now, ct))
            if (period.Includes(session.StartedAt) && children.Contains(session.Child))
                sessions.Add(session);
        var dispositions = new List<Disposition>();
        await foreach (var disposition in store.StatesAsync<Disposition>(new(Queries.FairnessDispositionsOfHome, home.Id.Value), ct))
            dispositions.Add(disposition);
        Allocation[] allocations = [.. (home.Allocations ?? []).Where(a => children.Contains(a.Child))];
        var until = period.Ends < now ? period.Ends : now;
        return FairnessProjection.Of(sessions, children, allocations, dispositions, until - period.Begins, policy);
    }

    /// <summary>The time so far of the worker and the child of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">The registers.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The sums of the last days; null when a record of them cannot be read, which must not hide what stands beside them.</returns>
    public async Task<TimeSoFar?> SoFarAsync(Plan plan, Facts facts, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - TimeSpan.FromDays(TimeSoFar.LastDays);
        var changed = new DocumentQuery(Queries.ArrangementsOfChildChanged, plan.Child.Value) { From = StoreTime.Day(since) };
        var sessions = new List<SessionFact>();
        try
        {
            await foreach (var session in SessionsAsync(changed, facts.Home, facts.Policy, now, ct))
                if (session.StartedAt >= since)
                    sessions.Add(session);
        }
        catch (JsonException)
        {
            return null;
        }
        return TimeSoFar.Of(sessions, plan.Worker);
    }

    private async IAsyncEnumerable<SessionFact> SessionsAsync(
        DocumentQuery query,
        Home home,
        Policy policy,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var state in store.StatesAsync<Arrangement>(query, ct))
            if (SessionFact.Of(state, home, policy, now) is { } session)
                yield return session;
    }
}
