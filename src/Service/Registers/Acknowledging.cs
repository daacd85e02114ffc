using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>Writes down what a worker says to have read (L-30, L-32). Only the reader is ever passed as the reader.</summary>
/// <param name="ledger">Where the registers are kept.</param>
/// <param name="writer">Writes them.</param>
/// <param name="registers">Knows the policy in force.</param>
/// <param name="clock">The product's clock.</param>
public sealed class Acknowledging(Ledger ledger, RegisterWriter writer, RegisterReader registers, TimeProvider clock)
{
    /// <summary>Acknowledges the documents about a child; what was acknowledged before stays as it was.</summary>
    /// <param name="id">The child.</param>
    /// <param name="by">The reader.</param>
    /// <param name="carePlan">The version of the care plan that was read; null for none.</param>
    /// <param name="caseHistory">The version of the case history that was read; null for none.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The child's record after it, null when there is none; or why it is refused.</returns>
    public async Task<(Child? After, ImmutableArray<Finding> Findings)> OfChildAsync(
        ChildId id,
        PersonId by,
        int? carePlan,
        int? caseHistory,
        CancellationToken ct
    )
    {
        while (true)
        {
            if (await ledger.ReadAsync(RegisterKinds.Children, id.Value, ct) is not { } before)
                return (null, []);
            var (after, findings) = before.State.Acknowledge(by, carePlan, caseHistory, clock.GetUtcNow());
            if (!findings.IsEmpty || after == before.State || await writer.WriteReadAsync(after, by, before, ct))
                return (after, findings);
        }
    }

    /// <summary>Acknowledges the guidance on physical contact in the version that the policy in force names.</summary>
    /// <param name="by">The reader.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The reader's record after it, null when there is none; or why it is refused.</returns>
    public async Task<(Person? After, Finding? Finding)> OfGuidanceAsync(PersonId by, int version, CancellationToken ct)
    {
        var policy = await registers.CurrentPolicyAsync(ct);
        return Reading.NotCurrent(policy, version) is { } stale
            ? (await registers.PersonAsync(by, ct), stale)
            : (await OfGuidanceAsync(by, policy.PhysicalContactGuidance, ct), null);
    }

    /// <summary>Acknowledges the guidance on physical contact that an arrangement asks for: its policy may be an older one.</summary>
    /// <param name="by">The reader.</param>
    /// <param name="guidance">The guidance, in the version that was read.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The reader's record after it; null when there is none.</returns>
    public async Task<Person?> OfGuidanceAsync(PersonId by, RecordVersion guidance, CancellationToken ct)
    {
        while (true)
        {
            if (await ledger.ReadAsync(RegisterKinds.People, by.Value, ct) is not { } before)
                return null;
            var after = before.State.AcknowledgeGuidance(guidance, clock.GetUtcNow());
            if (after == before.State || await writer.WriteReadAsync(after, before, ct))
                return after;
        }
    }
}
