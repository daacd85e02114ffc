using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Guidance;

/// <summary>What may be acknowledged as read, and how a worker acknowledges the guidance on physical contact (L-32).</summary>
public static class Reading
{
    /// <summary>The worker's record after they have acknowledged the guidance on physical contact.</summary>
    /// <param name="person">The record of whoever has read it.</param>
    /// <param name="guidance">The guidance, in the version that they read.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The same record when they had acknowledged this version, or a later one, before.</returns>
    public static Person AcknowledgeGuidance(this Person person, RecordVersion guidance, DateTimeOffset now) =>
        person.ContactGuidanceRead is { What: var last } && last.Reference == guidance.Reference && last.Version >= guidance.Version
            ? person
            : person with
            {
                ContactGuidanceRead = new(person.Id, guidance, now),
            };

    /// <summary>Why a version of the guidance on physical contact can't be acknowledged.</summary>
    /// <param name="policy">The policy in force.</param>
    /// <param name="version">The version that somebody says to have read.</param>
    /// <returns>The finding; null when it is the current version.</returns>
    public static Finding? NotCurrent(Policy policy, int version) =>
        NotCurrent("L-32", policy.PhysicalContactGuidance, version, "physicalContactGuidance").FirstOrDefault();

    internal static IEnumerable<Finding> NotCurrent(string id, RecordVersion current, int? version, string field)
    {
        if (version is { } said && said != current.Version)
            yield return new(
                id,
                DutyKind.Hard,
                "This is not the current version.",
                $"Read {current.Reference}, version {current.Version}, where it is kept, and acknowledge that.",
                field
            );
    }

    internal static Finding Nothing(string field) =>
        new("L-30", DutyKind.Ask, "It is not said what was read.", "Give the version of each document that you have read.", field);
}
