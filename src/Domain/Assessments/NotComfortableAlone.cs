namespace OneToOne.Domain.Assessments;

/// <summary>
/// Whether the child is not comfortable alone with adults (L-12). It holds for the whole stay: what follows a yes is a yes or a lift. Closed:
/// the cases are those nested here.
/// </summary>
public abstract record NotComfortableAlone
{
    private NotComfortableAlone() { }

    /// <summary>The child is, as far as anybody knows, and has been.</summary>
    public sealed record No : NotComfortableAlone;

    /// <summary>The child is not.</summary>
    /// <param name="On">When it became known.</param>
    /// <param name="Words">What the child is not comfortable with.</param>
    public sealed record Yes(DateOnly On, string Words) : NotComfortableAlone;

    /// <summary>The child was not, and is now.</summary>
    /// <param name="Reason">What has changed.</param>
    /// <param name="ChildHeard">How the child was heard about it.</param>
    public sealed record Lifted(string Reason, string ChildHeard) : NotComfortableAlone;
}
