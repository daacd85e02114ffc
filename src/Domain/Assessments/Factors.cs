namespace OneToOne.Domain.Assessments;

/// <summary>What bears on one-to-one time from the child's culture, religion and race, each asked on its own (L-13).</summary>
/// <param name="Cultural">Culture.</param>
/// <param name="Religious">Religion.</param>
/// <param name="Racial">Race.</param>
public sealed record Factors(Factor? Cultural, Factor? Religious, Factor? Racial);

/// <summary>One of them. Closed: the cases are those nested here.</summary>
public abstract record Factor
{
    private Factor() { }

    /// <summary>There is something.</summary>
    /// <param name="Words">What.</param>
    public sealed record Known(string Words) : Factor;

    /// <summary>They were asked, and nothing is known.</summary>
    public sealed record NoneKnown : Factor;

    /// <summary>They were asked, and would rather not say.</summary>
    public sealed record DeclinedToSay : Factor;
}
