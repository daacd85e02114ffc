using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Retention;
using OneToOne.Service.Concerns;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Retention;

/// <summary>Disposal runs as people may see them.</summary>
/// <param name="ledger">Where concerns are kept.</param>
/// <param name="registers">The registers.</param>
/// <param name="dates">Reads when what retention hangs on was changed.</param>
public sealed class ShownRuns(Ledger ledger, RegisterReader registers, ChildsDates dates)
{
    /// <summary>Adds to a run by what dates it is reckoned, as the register has them now.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The run with them, for the children who are not disposed of and of whom the reader may know.</returns>
    public async ValueTask<RetentionRun> ReckonAsync(RetentionRun run, PersonId reader, CancellationToken ct)
    {
        var policy = await registers.CurrentPolicyAsync(ct);
        var reckoned = ImmutableArray.CreateBuilder<ReckonedChild>();
        foreach (var id in run.Records.Select(r => r.Child).Concat((run.Waiting ?? []).Select(w => w.Child)).Distinct())
            if (await ReckonAsync(id, policy, reader, ct) is { } child)
                reckoned.Add(child);
        return run with { Reckoned = reckoned.ToImmutable() };
    }

    // Whose entry cannot be read is not reckoned, and cannot be approved.
    private async ValueTask<ReckonedChild?> ReckonAsync(ChildId id, Policy policy, PersonId reader, CancellationToken ct)
    {
        try
        {
            return await LeftAsync(id, ct) is { } child && !child.IsBarred(reader)
                ? new(
                    id,
                    child.DateOfBirth,
                    child.DiedOn,
                    child.IsHeld,
                    RetentionPeriod.Until(child, policy),
                    await dates.ChangesAsync(id, ct)
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A run as somebody may see it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The run without the concerns about the reader, and without what became of them.</returns>
    public async ValueTask<RetentionRun> ShowAsync(RetentionRun run, PersonId reader, CancellationToken ct)
    {
        var shown = ImmutableArray.CreateBuilder<RetainedRecord>();
        var fates = ImmutableArray.CreateBuilder<RecordFate>();
        for (var i = 0; i < run.Records.Length; i++)
        {
            if (await IsAboutAsync(run.Records[i], reader, ct))
                continue;
            shown.Add(run.Records[i]);
            if (i < run.Fates.Length)
                fates.Add(run.Fates[i]);
        }
        return run with { Records = shown.ToImmutable(), Fates = fates.ToImmutable() };
    }

    private async ValueTask<bool> IsAboutAsync(RetainedRecord record, PersonId reader, CancellationToken ct)
    {
        if (record.Type != DocumentTypes.Concern.Name)
            return false;
        try
        {
            return await ledger.ReadAsync(ConcernRecords.Kind, record.Id, ct) is { } concern
                && ChildsRecords.IsAbout(concern.State, reader);
        }
        catch (RecordDisposedException)
        {
            return false;
        }
        catch (JsonException)
        {
            // Nobody can tell whom it is about; that something about the child cannot be read, the fates of the others say.
            return true;
        }
    }

    // A run stays when the child's record is gone.
    internal async ValueTask<Child?> LeftAsync(ChildId id, CancellationToken ct)
    {
        try
        {
            return await registers.ChildAsync(id, ct);
        }
        catch (RecordDisposedException)
        {
            return null;
        }
    }
}
