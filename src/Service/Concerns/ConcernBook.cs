using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Arrangements;
using OneToOne.Service.DueWork;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Concerns;

/// <summary>Opens concerns and has those told who look into them.</summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="wakeUp">The host's clock.</param>
public sealed class ConcernBook(Ledger ledger, ConcernRegisters registers, TimeProvider clock, IWakeUp wakeUp)
{
    private static readonly ConcernRecords Kind = ConcernRecords.Kind;

    /// <summary>Opens the concern that a refused plan gives rise to, if it does; the same request gives rise to it once.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="findings">Why it was refused.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>When it is on disk.</returns>
    public async Task NoteAsync(Plan plan, PersonId by, ImmutableArray<Finding> findings, CancellationToken ct)
    {
        if (ConcernRules.DutiesIn(findings) is not { IsEmpty: false } duties)
            return;
        if (await registers.FactsAsync(plan.Child, null, [plan.Worker], by, ct) is not { } read)
            return;
        var now = clock.GetUtcNow();
        var begun = new Concern
        {
            Id = IdOf(plan, by),
            Home = read.Facts.Home.Id,
            Child = plan.Child,
            About = plan.Worker,
            RaisedBy = by,
            RaisedAt = now,
            Duties = duties,
            Plan = plan,
            Told = [],
        };
        // A conflict means that this very request was made, and noted, before.
        await OpenAsync(ConcernRules.Raise(begun, read.Facts, now), by, read.Known, read.Facts, [], ct);
    }

    /// <summary>Opens the concern that staff report.</summary>
    /// <param name="id">The id that it is to have.</param>
    /// <param name="report">What is reported.</param>
    /// <param name="by">Who reports it.</param>
    /// <param name="also">Documents that go into the same commit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The concern, or the findings that refuse it; null when the child or who reports is not in the register.</returns>
    public async Task<ConcernResult> ReportAsync(
        ConcernId id,
        ConcernReport report,
        PersonId by,
        Func<Concern, ImmutableArray<Operation>> also,
        CancellationToken ct
    )
    {
        var source = report.Source is { } asked ? (await ledger.ReadAsync(ArrangementRecords.Kind, asked.Value, ct))?.State : null;
        var with = report.About is null ? source?.Plan.Worker : null;
        if (await registers.FactsAsync(report.Child, null, [report.About, with], by, ct) is not { } read)
            return new ConcernResult.NotFound();
        var now = clock.GetUtcNow();
        if (report.Check(read.Facts, source, now) is { IsEmpty: false } findings)
            return new ConcernResult.Refused(findings);
        var begun = new Concern
        {
            Id = id,
            Home = read.Facts.Home.Id,
            Child = report.Child,
            Kind = report.Kind!.Value,
            About = report.About,
            With = with,
            RaisedBy = by,
            RaisedAt = now,
            Source = report.Source,
            What = report.What,
            Duties = [],
            Told = [],
        };
        var concern = ConcernRules.Raise(begun, read.Facts, now);
        await OpenAsync(concern, by, read.Known, read.Facts, also(concern), ct);
        return new ConcernResult.Done(concern);
    }

    /// <summary>Opens a concern.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="by">Who raised it; null for a clock.</param>
    /// <param name="known">The versions of the registers that were looked at.</param>
    /// <param name="facts">The registers.</param>
    /// <param name="also">Documents that go into the same commit.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Whether it is new; false when it had been opened before.</returns>
    internal async Task<bool> OpenAsync(
        Concern concern,
        PersonId? by,
        ImmutableSortedDictionary<string, int> known,
        ConcernFacts facts,
        ImmutableArray<Operation> also,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var raised = new ConcernEvent.Raised(concern);
        var change = new Change<ConcernEvent>
        {
            CommandId = Guid.NewGuid().ToString("N"),
            At = now,
            Happened = [new(raised, by, known, ConcernRules.MessagesFor(raised))],
            Also = also,
        };
        if (await ledger.CommitAsync(Kind, null, change, s => ConcernClock.WakeAt(s, facts.Policy), ct) is not { } after)
            return false;
        var dueAt = after.DueAt(ConcernClock.WakeAt(after.State, facts.Policy));
        await wakeUp.WatchAsync(Kind.KeyOf(concern.Id.Value), dueAt, CancellationToken.None);
        return true;
    }

    private static ConcernId IdOf(Plan plan, PersonId by)
    {
        var asked = $"{by}\n{JsonSerializer.Serialize(plan, WireFormat.Options)}";
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))));
    }
}
