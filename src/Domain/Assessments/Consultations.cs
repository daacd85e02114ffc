namespace OneToOne.Domain.Assessments;

/// <summary>The three who are asked before admission what being alone with adults means to the child (L-09).</summary>
/// <param name="Child">The child.</param>
/// <param name="Professionals">Social worker, school, health and others.</param>
/// <param name="PreviousCarers">Who looked after the child before.</param>
public sealed record Consultations(Consultation? Child, Consultation? Professionals, Consultation? PreviousCarers);

/// <summary>One of them. Closed: the cases are those nested here.</summary>
public abstract record Consultation
{
    private Consultation() { }

    /// <summary>They were asked.</summary>
    /// <param name="With">Who was asked.</param>
    /// <param name="On">When.</param>
    /// <param name="Said">What they said.</param>
    public sealed record Held(string With, DateOnly On, string Said) : Consultation;

    /// <summary>They could not be asked.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotPossible(string Reason) : Consultation;
}
