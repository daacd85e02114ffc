namespace OneToOne.Domain.Assessments;

/// <summary>Whether the child has a history of making allegations (L-11). Closed: the cases are those nested here.</summary>
public abstract record HistoryOfMakingAllegations
{
    private HistoryOfMakingAllegations() { }

    /// <summary>None is known.</summary>
    public sealed record No : HistoryOfMakingAllegations;

    /// <summary>There is one.</summary>
    /// <param name="On">When it became known.</param>
    /// <param name="Words">What bears on time alone with adults.</param>
    public sealed record Yes(DateOnly On, string Words) : HistoryOfMakingAllegations;
}
