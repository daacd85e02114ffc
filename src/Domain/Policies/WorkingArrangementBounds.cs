using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Policies;

/// <summary>What the agreed working arrangements and the topics of training may be. Neither can be emptied to switch a duty off.</summary>
internal static class WorkingArrangementBounds
{
    private const int Most = 50;

    /// <summary>The rules that a policy's working arrangements (G-17) break.</summary>
    public static IEnumerable<string> Broken(Policy policy)
    {
        var all = policy.WorkingArrangements;
        if (all.Length is 0 or > Most || !FieldFinding.AreDistinct(all.Select(a => a.Name)))
            yield return $"has between 1 and {Most} entries, each with a name of its own";
        if (all.Any(a => !FieldFinding.IsLine(a.Name) || a.Days.IsEmpty || a.Purposes.IsEmpty || a.Settings.IsEmpty))
            yield return "has for each a name of one line, and at least one day, purpose and setting";
        if (all.Any(a => !a.Days.All(Enum.IsDefined) || !a.Purposes.All(Enum.IsDefined) || !a.Settings.All(Enum.IsDefined)))
            yield return "names days, purposes and settings that there are";
    }

    /// <summary>Whether every exposure that needs training (G-08) has its topic, and no other has.</summary>
    public static bool AreTopics(Policy policy) =>
        policy.ExposureTopics.Keys.Order().SequenceEqual(Policy.Default.ExposureTopics.Keys.Order())
        && policy.ExposureTopics.Values.All(FieldFinding.IsLine);
}
