namespace OneToOne.Domain.Assessments;

/// <summary>Whether abuse of the child was alleged (L-10). Closed: the cases are those nested here.</summary>
public abstract record AllegationsOfAbuse
{
    private AllegationsOfAbuse() { }

    /// <summary>None is known.</summary>
    public sealed record No : AllegationsOfAbuse;

    /// <summary>It was.</summary>
    /// <param name="On">When it was, or became known.</param>
    /// <param name="Words">What bears on time alone with adults.</param>
    public sealed record Yes(DateOnly On, string Words) : AllegationsOfAbuse;
}
