namespace OneToOne.Domain.Fairness;

/// <summary>The time so far of a worker and a child, and of the child with anybody; for managers who plan (L-28).</summary>
/// <param name="Days">Over how many days until now.</param>
/// <param name="PairSessions">The sessions of these two.</param>
/// <param name="PairHours">Their hours.</param>
/// <param name="ChildSessions">The child's sessions with anybody.</param>
/// <param name="ChildHours">Their hours.</param>
public sealed record TimeSoFar(int Days, int PairSessions, double PairHours, int ChildSessions, double ChildHours)
{
    /// <summary>Over how many days.</summary>
    public const int LastDays = 28;

    /// <summary>Adds up the sessions of a child.</summary>
    /// <param name="ofChild">The child's sessions since then.</param>
    /// <param name="worker">The worker.</param>
    /// <returns>The sums.</returns>
    public static TimeSoFar Of(IReadOnlyCollection<SessionFact> ofChild, PersonId worker)
    {
        SessionFact[] pair = [.. ofChild.Where(s => s.Worker == worker)];
        return new(LastDays, pair.Length, Hours(pair), ofChild.Count, Hours(ofChild));
    }

    private static double Hours(IEnumerable<SessionFact> sessions) => Math.Round(sessions.Sum(s => s.Length.TotalHours), 2);
}
